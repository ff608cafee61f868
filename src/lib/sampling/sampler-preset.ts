import type { SamplerRules } from './rules.ts'
import type { SamplerSettings } from './sampler-settings.ts'
import type { SamplerStepName } from './step.ts'

export type SamplerEngine = 'huggingface' | 'llama.cpp' | 'vllm' | 'ollama' | 'ollama-llama.cpp'

/** How one engine samples: its order, what it does when nothing is set, and its rules. */
export interface SamplerPreset {
  readonly engine: SamplerEngine
  readonly name: string
  /** Order in which the engine runs the steps that are switched on. */
  readonly order: readonly SamplerStepName[]
  readonly defaults: SamplerSettings
  readonly rules: SamplerRules
  /** Steps of the engine that this library does not have; all are off by default. */
  readonly leftOut: readonly string[]
  /** Where the engine breaks a general property of the definitions, a sentence each. */
  readonly breaks: readonly BrokenProperty[]
  /** Other differences that a reader meets, a sentence each. */
  readonly notes: readonly string[]
  /** Keys of the list of sources. */
  readonly sources: readonly string[]
}

export interface BrokenProperty {
  readonly property:
    'exactly-k' | 'minimal' | 'lower-id-first' | 'permutation-invariant' | 'typical'
  readonly says: string
}
