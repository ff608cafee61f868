import { exactRules } from '../exact-rules.ts'
import type { SamplerPreset } from '../sampler-preset.ts'

/**
 * Ollama with its own engine in Go, which it had until May 2026.
 *
 * Source: `ollama-sampling`.
 *
 * @example ollama.rules.topPReach // 'more-than'
 */
export const ollama: SamplerPreset = {
  engine: 'ollama',
  name: 'Ollama, engine in Go (until May 2026)',
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
    'Temperature comes after top_k but before top_p and min_p.',
    'At the commit read here this engine used no penalties: the repeat penalty of the settings had no effect in it.',
    'Since May 2026 Ollama hands GGUF models to llama.cpp, whose chain then holds.',
  ],
  sources: ['ollama-sampling'],
}
