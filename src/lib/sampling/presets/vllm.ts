import { exactRules } from '../exact-rules.ts'
import type { SamplerPreset } from '../sampler-preset.ts'

/**
 * vLLM, engine V1: min_p before top_k and top_p.
 *
 * Source: `vllm-sampling`.
 *
 * @example vllm.order // penalties, temperature, min_p, top_k, top_p
 */
export const vllm: SamplerPreset = {
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
    topKNegative: 'off-at-minus-one',
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
    'A request with top_p = 0 is refused; the step alone would keep one token.',
    'The server takes its defaults from the model’s generation_config.json where it has one.',
    'Temperature 0 means the most probable token; a request’s temperature between 0 and 0.01 is raised to 0.01, so the sampler’s own threshold of 0.00001 is met by 0 alone.',
    'The reported log-probabilities are those before any of these steps, unless asked otherwise.',
  ],
  sources: ['vllm-sampling'],
}
