import { describe, it } from 'vitest'
import { presetSteps } from '../../src/lib/sampling/preset-steps.ts'
import { samplerChain } from '../../src/lib/sampling/sampler-chain.ts'
import { samplerPresets } from '../../src/lib/sampling/sampler-presets.ts'
import { expectAnswer, numberOf, numbersOf } from './sampler-answers.ts'
import type { JsonNumber, SamplerAnswer } from './sampler-answers.ts'
import { vectorCases } from './vectors.ts'

interface Parameters {
  readonly temperature?: number
  readonly top_k?: number
  readonly top_p?: number
  readonly min_p?: number
  readonly repetition_penalty?: number
  readonly frequency_penalty?: number
  readonly presence_penalty?: number
  readonly prompt_token_ids?: readonly number[]
  readonly output_token_ids?: readonly number[]
}

interface Input {
  readonly logits: readonly JsonNumber[]
  readonly sampling_parameters: Parameters
}

const preset = samplerPresets.vllm

function sample({ logits, sampling_parameters: listed }: Input) {
  const given = numbersOf(listed)
  const steps = presetSteps(preset, {
    ...(given.temperature === undefined ? {} : { temperature: given.temperature }),
    ...(given.top_k === undefined ? {} : { topK: given.top_k }),
    ...(given.top_p === undefined ? {} : { topP: given.top_p }),
    ...(given.min_p === undefined ? {} : { minP: given.min_p }),
    ...(given.repetition_penalty === undefined
      ? {}
      : { repetitionPenalty: given.repetition_penalty }),
    ...(given.frequency_penalty === undefined ? {} : { frequencyPenalty: given.frequency_penalty }),
    ...(given.presence_penalty === undefined ? {} : { presencePenalty: given.presence_penalty }),
  })
  return samplerChain(logits.map(numberOf), steps, {
    rules: preset.rules,
    promptTokenIds: given.prompt_token_ids ?? [],
    outputTokenIds: given.output_token_ids ?? [],
  })
}

describe('kept tokens and probabilities of vLLM', () => {
  const { cases } = vectorCases<Input, SamplerAnswer>('samplers-vllm')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'agree in case $index',
    ({ input, expected }) => {
      expectAnswer(() => sample(input), expected, { absolute: 1e-9, relative: 1e-7 })
    },
  )
})
