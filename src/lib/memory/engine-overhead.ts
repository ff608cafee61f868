import type { Band } from './band.ts'
import type { Engine } from './setup.ts'

const GIB = 2 ** 30
const gib = (bytes: number, low: number, high: number): Band => ({
  bytes: Math.round(bytes * GIB),
  low: Math.round(low * GIB),
  high: Math.round(high * GIB),
})

/**
 * What a process holds on the card beside its own tensors: the driver's context, kernels, libraries
 * and, for vLLM, its captured graphs and communication buffers.
 *
 * Assumed from published logs: llama.cpp 0.15 to 0.5 GiB; vLLM 0.3 to 1.7 GiB (non-torch memory
 * 0.02 to 1.79, graphs 0.27 to 0.58); transformers 0.5 to 1.2 GiB. Editable, and never part of a
 * number that is called exact.
 *
 * Source: `vllm-memory-profile`, `llama-cpp-logs`, `transformers-memory`. Bytes.
 *
 * @example ENGINE_OVERHEAD['llama.cpp'].bytes // 322_122_547, 0.3 GiB
 */
export const ENGINE_OVERHEAD: Readonly<Record<Engine, Band>> = {
  'llama.cpp': gib(0.3, 0.15, 0.5),
  vllm: gib(0.7, 0.3, 1.7),
  transformers: gib(0.8, 0.5, 1.2),
}
