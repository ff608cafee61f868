import { exactRules } from '../exact-rules.ts'
import type { SamplerPreset } from '../sampler-preset.ts'

/**
 * Hugging Face transformers: temperature first, ties at the k-th token stay.
 *
 * Source: `transformers-sampling`.
 *
 * @example huggingface.defaults.topK // 50
 */
export const huggingface: SamplerPreset = {
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
    topPOne: 'drop-zero',
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
    {
      property: 'minimal',
      says: 'typical_p keeps every token that is as typical as the last one, so more mass than needed may stay.',
    },
  ],
  notes: [
    'Nothing of this runs unless do_sample is true; the default is the most probable token.',
    'generate() leaves a step out at its neutral value; the step itself refuses k = 0 and temperature 0.',
    'The comparison with p is made in the number format of the logits, so that rounding may add a token where a threshold is met exactly.',
  ],
  sources: ['transformers-sampling'],
}
