import { huggingface } from './presets/huggingface.ts'
import { llamaCpp } from './presets/llama-cpp.ts'
import { ollamaLlamaCpp } from './presets/ollama-llama-cpp.ts'
import { ollama } from './presets/ollama.ts'
import { vllm } from './presets/vllm.ts'
import type { SamplerEngine, SamplerPreset } from './sampler-preset.ts'

/**
 * The sampler chains of four engines as data: exact order, default values, and each one's own rule
 * for ties and for equality at a threshold. Ollama has two, since it changed its engine.
 *
 * Source: the keys of each preset.
 *
 * @example samplerPresets['llama.cpp'].order.at(-1) // 'temperature': the last step
 */
export const samplerPresets: Readonly<Record<SamplerEngine, SamplerPreset>> = {
  huggingface,
  'llama.cpp': llamaCpp,
  vllm,
  ollama,
  'ollama-llama.cpp': ollamaLlamaCpp,
}
