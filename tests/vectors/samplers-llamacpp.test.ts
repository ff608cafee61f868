import { describe, it } from 'vitest'
import { samplerChain } from '../../src/lib/sampling/sampler-chain.ts'
import { samplerPresets } from '../../src/lib/sampling/sampler-presets.ts'
import type { SamplerStep } from '../../src/lib/sampling/step.ts'
import { expectAnswer, numberOf, numbersOf } from './sampler-answers.ts'
import type { JsonNumber, SamplerAnswer } from './sampler-answers.ts'
import { vectorCases } from './vectors.ts'

type Step =
  | { readonly name: 'temperature'; readonly temperature: number }
  | {
      readonly name: 'dynamic_temperature'
      readonly temperature: number
      readonly range: number
      readonly exponent: number
    }
  | { readonly name: 'top_k'; readonly k: number }
  | {
      readonly name: 'top_p' | 'min_p' | 'typical_p'
      readonly p: number
      readonly min_keep?: number
    }
  | { readonly name: 'top_n_sigma'; readonly n: number }
  | {
      readonly name: 'penalties'
      readonly last_n: number
      readonly repeat: number
      readonly frequency: number
      readonly presence: number
    }

interface Input {
  readonly logits: readonly JsonNumber[]
  readonly steps: readonly Step[]
  readonly previous_token_ids?: readonly number[]
}

function stepOf(listed: Step): SamplerStep {
  const step = numbersOf(listed)
  switch (step.name) {
    case 'top_p':
    case 'min_p':
    case 'typical_p': {
      const { name, p, min_keep: minKeep } = step
      return { name, p, ...(minKeep === undefined ? {} : { minKeep }) }
    }
    case 'penalties': {
      const { name, last_n: lastN, repeat, frequency, presence } = step
      return { name, lastN, repeat, frequency, presence }
    }
    default:
      return step
  }
}

function sample({ logits, steps, previous_token_ids: outputTokenIds = [] }: Input) {
  const { rules } = samplerPresets['llama.cpp']
  return samplerChain(logits.map(numberOf), steps.map(stepOf), { rules, outputTokenIds })
}

describe('kept tokens and probabilities of llama.cpp', () => {
  const { cases } = vectorCases<Input, SamplerAnswer>('samplers-llamacpp')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'agree in case $index, $input.steps.length steps',
    ({ input, expected }) => {
      const relative = expected.relative_tolerance ?? 0
      expectAnswer(() => sample(input), expected, { absolute: 2e-6, relative })
    },
  )
})
