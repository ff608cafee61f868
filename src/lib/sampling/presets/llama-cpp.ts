import { exactRules } from '../exact-rules.ts'
import type { SamplerPreset } from '../sampler-preset.ts'

/**
 * llama.cpp: temperature last.
 *
 * Source: `llama-cpp-sampling`, `llama-cpp-completion-readme`.
 *
 * @example llamaCpp.order.at(-1) // 'temperature'
 */
export const llamaCpp: SamplerPreset = {
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
    typicalZeros: 'spoil',
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
    {
      property: 'typical',
      says: 'Once a step such as top_n_sigma has masked a token, typical_p multiplies 0 by the logarithm of 0: its entropy is no number, and it keeps about the most probable tokens instead of the typical ones.',
    },
  ],
  notes: [
    'Temperature comes last, so it does not change which tokens are kept.',
    'On the command line a look-back of -1 is the whole context; in the library it is off.',
    'Numbers are float32.',
  ],
  sources: ['llama-cpp-sampling', 'llama-cpp-completion-readme'],
}
