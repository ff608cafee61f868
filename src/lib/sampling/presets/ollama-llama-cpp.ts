import type { SamplerPreset } from '../sampler-preset.ts'
import { llamaCpp } from './llama-cpp.ts'

/**
 * Ollama since May 2026: its own defaults, run by a llama.cpp server in llama.cpp's order.
 *
 * Source: `ollama-sampling`, `llama-cpp-sampling`.
 *
 * @example ollamaLlamaCpp.defaults.topP // 0.9
 */
export const ollamaLlamaCpp: SamplerPreset = {
  ...llamaCpp,
  engine: 'ollama-llama.cpp',
  name: 'Ollama, through llama.cpp (since May 2026)',
  defaults: {
    temperature: 0.8,
    topK: 40,
    topP: 0.9,
    minP: 0,
    typicalP: 1,
    repetitionPenalty: 1,
    frequencyPenalty: 0,
    presencePenalty: 0,
    penaltyLastN: 64,
  },
  notes: [
    'For GGUF models Ollama sends its own defaults to a llama.cpp server, which runs them in llama.cpp’s order.',
    'The repeat penalty of 1 (off) is the default since August 2026; before it was 1.1.',
    'Temperature comes last, so it does not change which tokens are kept.',
  ],
  sources: ['ollama-sampling', 'llama-cpp-sampling'],
}
