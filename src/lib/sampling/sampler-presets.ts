import { exactRules } from './exact-rules.ts'
import type { SamplerRules } from './rules.ts'
import type { SamplerSettings } from './sampler-settings.ts'
import type { SamplerStepName } from './step.ts'

export type SamplerEngine = 'huggingface' | 'llama.cpp' | 'vllm' | 'ollama'

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
  readonly property: 'exactly-k' | 'minimal' | 'lower-id-first' | 'permutation-invariant'
  readonly says: string
}

/**
 * The sampler chains of four engines as data: exact order, default values, and each one's own rule
 * for ties and for equality at a threshold.
 *
 * Source: the keys of each preset.
 *
 * @example samplerPresets['llama.cpp'].order.at(-1) // 'temperature': the last step
 */
export const samplerPresets: Readonly<Record<SamplerEngine, SamplerPreset>> = {
  huggingface: {
    engine: 'huggingface',
    name: 'Hugging Face transformers',
    order: [
      'repetition_penalty',
      'temperature',
      'top_k',
      'top_p',
      'min_p',
      'typical_p',
      'epsilon_cutoff',
      'eta_cutoff',
    ],
    defaults: { temperature: 1, topK: 50, topP: 1, typicalP: 1, repetitionPenalty: 1 },
    rules: {
      ...exactRules,
      topKTies: 'keep-all',
      topKZero: 'refuse',
      topPTies: 'higher-id',
      typicalEnds: 'refuse',
      temperatureZero: 'refuse',
    },
    leftOut: ['top_h', 'no-repeat n-grams', 'sequence bias', 'watermark'],
    breaks: [
      {
        property: 'exactly-k',
        says: 'top_k keeps every token that is equal to the k-th, so more than k may stay.',
      },
      {
        property: 'lower-id-first',
        says: 'top_p sorts from the least probable token, so of equal tokens at the cut the higher ids stay.',
      },
    ],
    notes: [
      'Nothing of this runs unless do_sample is true; the default is the most probable token.',
      'generate() leaves a step out at its neutral value; the step itself refuses k = 0 and temperature 0.',
      'The comparison with p is made in the number format of the logits, so that rounding may add a token where a threshold is met exactly.',
    ],
    sources: ['transformers-sampling'],
  },
  'llama.cpp': {
    engine: 'llama.cpp',
    name: 'llama.cpp',
    order: ['penalties', 'top_n_sigma', 'top_k', 'typical_p', 'top_p', 'min_p', 'temperature'],
    defaults: {
      temperature: 0.8,
      topK: 40,
      topP: 0.95,
      minP: 0.05,
      typicalP: 1,
      topNSigma: -1,
      dynamicRange: 0,
      dynamicExponent: 1,
      repetitionPenalty: 1,
      frequencyPenalty: 0,
      presencePenalty: 0,
      penaltyLastN: 64,
    },
    rules: {
      ...exactRules,
      topKNegative: 'off',
      typicalReach: 'more-than',
      typicalTies: 'exact-count',
      pOutside: 'accept',
      temperatureNegative: 'greedy',
    },
    leftOut: ['dry', 'xtc', 'mirostat', 'adaptive-p'],
    breaks: [
      {
        property: 'permutation-invariant',
        says: 'Which of equal tokens stays at a cut depends on the place where the sort left them.',
      },
      {
        property: 'minimal',
        says: 'typical_p stops only when the mass is more than p, so that it keeps one token more where p is met exactly.',
      },
    ],
    notes: [
      'Temperature comes last, so it does not change which tokens are kept.',
      'On the command line a look-back of -1 is the whole context; in the library it is off.',
      'Numbers are float32.',
    ],
    sources: ['llama-cpp-sampling', 'llama-cpp-completion-readme'],
  },
  vllm: {
    engine: 'vllm',
    name: 'vLLM',
    order: ['penalties', 'temperature', 'min_p', 'top_k', 'top_p'],
    defaults: {
      temperature: 1,
      topK: 0,
      topP: 1,
      minP: 0,
      repetitionPenalty: 1,
      frequencyPenalty: 0,
      presencePenalty: 0,
    },
    rules: {
      ...exactRules,
      topKTies: 'keep-all',
      topPTies: 'higher-id',
      greedyBelow: 1e-5,
      penaltyScope: 'answer-counts',
    },
    leftOut: ['bad words', 'logit bias', 'minimum length'],
    breaks: [
      {
        property: 'exactly-k',
        says: 'top_k keeps every token that is equal to the k-th, so more than k may stay.',
      },
      {
        property: 'lower-id-first',
        says: 'top_p sorts from the least probable token, so of equal tokens at the cut the higher ids stay.',
      },
    ],
    notes: [
      'The server takes its defaults from the model’s generation_config.json where it has one.',
      'A temperature below 0.00001 means the most probable token.',
      'The reported log-probabilities are those before any of these steps, unless asked otherwise.',
    ],
    sources: ['vllm-sampling'],
  },
  ollama: {
    engine: 'ollama',
    name: 'Ollama',
    order: ['top_k', 'temperature', 'top_p', 'min_p'],
    defaults: { temperature: 0.8, topK: 40, topP: 0.9, minP: 0 },
    rules: {
      ...exactRules,
      topKNegative: 'off',
      topPReach: 'more-than',
      pOutside: 'accept',
      temperatureNegative: 'greedy',
    },
    leftOut: ['grammar'],
    breaks: [
      {
        property: 'minimal',
        says: 'top_p stops only when the mass is more than p, so that it keeps one token more where p is met exactly.',
      },
      {
        property: 'permutation-invariant',
        says: 'Which of equal tokens stays at a cut depends on their places in the heap.',
      },
    ],
    notes: [
      'This is the engine written in Go; models that run through llama.cpp follow its chain.',
    ],
    sources: ['ollama-sampling'],
  },
}
