import { describe, it } from 'vitest'
import { presetSteps } from '../../src/lib/sampling/preset-steps.ts'
import { samplerChain } from '../../src/lib/sampling/sampler-chain.ts'
import { samplerPresets } from '../../src/lib/sampling/sampler-presets.ts'
import type { SamplerStep } from '../../src/lib/sampling/step.ts'
import { expectAnswer, numberOf, numbersOf } from './sampler-answers.ts'
import type { JsonNumber, SamplerAnswer } from './sampler-answers.ts'
import { vectorCases } from './vectors.ts'

type Step = { readonly min_tokens_to_keep?: number } & (
  | { readonly name: 'temperature'; readonly temperature: number }
  | { readonly name: 'top_k'; readonly k: number }
  | { readonly name: 'top_p' | 'min_p'; readonly p: number }
  | { readonly name: 'typical_p'; readonly mass: number }
  | { readonly name: 'epsilon_cutoff' | 'eta_cutoff'; readonly epsilon: number }
  | { readonly name: 'repetition_penalty'; readonly penalty: number }
)

interface GenerationConfig {
  readonly temperature?: number | null
  readonly top_k?: number | null
  readonly top_p?: number | null
  readonly min_p?: number | null
  readonly typical_p?: number | null
  readonly epsilon_cutoff?: number | null
  readonly eta_cutoff?: number | null
  readonly repetition_penalty?: number | null
}

type Input = {
  readonly logits: readonly JsonNumber[]
  readonly context_token_ids?: readonly number[]
} & (
  | { readonly order: 'as_listed'; readonly steps: readonly Step[] }
  | { readonly order: 'huggingface'; readonly generation_config: GenerationConfig }
)

const TOLERANCE = { absolute: 1e-9, relative: 1e-7 }
const preset = samplerPresets.huggingface

function stepOf(listed: Step): SamplerStep {
  const step = numbersOf(listed)
  const minKeep = step.min_tokens_to_keep === undefined ? {} : { minKeep: step.min_tokens_to_keep }
  switch (step.name) {
    case 'temperature':
      return { name: step.name, temperature: step.temperature }
    case 'top_k':
      return { name: step.name, k: step.k, ...minKeep }
    case 'top_p':
    case 'min_p':
      return { name: step.name, p: step.p, ...minKeep }
    case 'typical_p':
      return { name: step.name, p: step.mass, ...minKeep }
    case 'epsilon_cutoff':
    case 'eta_cutoff':
      return { name: step.name, epsilon: step.epsilon, ...minKeep }
    case 'repetition_penalty':
      return { name: step.name, penalty: step.penalty }
  }
}

function stepsOfConfig(listed: GenerationConfig): readonly SamplerStep[] {
  const config = numbersOf(listed)
  return presetSteps(preset, {
    ...(config.temperature == null ? {} : { temperature: config.temperature }),
    ...(config.top_k == null ? {} : { topK: config.top_k }),
    ...(config.top_p == null ? {} : { topP: config.top_p }),
    ...(config.min_p == null ? {} : { minP: config.min_p }),
    ...(config.typical_p == null ? {} : { typicalP: config.typical_p }),
    ...(config.epsilon_cutoff == null ? {} : { epsilonCutoff: config.epsilon_cutoff }),
    ...(config.eta_cutoff == null ? {} : { etaCutoff: config.eta_cutoff }),
    ...(config.repetition_penalty == null ? {} : { repetitionPenalty: config.repetition_penalty }),
  })
}

function sample(input: Input) {
  const steps =
    input.order === 'as_listed' ? input.steps.map(stepOf) : stepsOfConfig(input.generation_config)
  return samplerChain(input.logits.map(numberOf), steps, {
    rules: preset.rules,
    promptTokenIds: input.context_token_ids ?? [],
  })
}

describe('kept tokens and probabilities of transformers', () => {
  const { cases } = vectorCases<Input, SamplerAnswer>('samplers-huggingface')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'agree in case $index, order $input.order',
    ({ input, expected }) => {
      expectAnswer(() => sample(input), expected, TOLERANCE)
    },
  )
})
