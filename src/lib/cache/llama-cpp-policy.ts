import type { CacheRequest } from './cache-options.ts'
import type { EnginePolicy } from './engine-policy.ts'

const PAD = 256

/**
 * Architectures whose window llama.cpp does not use: their layers cache the whole context.
 * Its converter drops Mistral's window, Phi-3's is switched off with a warning, and the Qwen and
 * StarCoder2 graphs have none.
 */
const WINDOW_IGNORED: ReadonlySet<string> = new Set([
  'mistral',
  'mixtral',
  'phi3',
  'phimoe',
  'qwen2',
  'qwen2_moe',
  'qwen3',
  'qwen3_moe',
  'starcoder2',
])

const pad = (cells: number): number => Math.ceil(cells / PAD) * PAD

/**
 * What llama.cpp (and so Ollama and LM Studio) allocates when it starts.
 *
 * n_ctx is padded to 256 cells. Unified, all sequences share that pool; else each has a stream of
 * `pad(floor(n_ctx / sequences))` cells. A sliding layer has
 * `pad(min(stream, window x (unified ? sequences : 1) + n_ubatch))` cells, or the full stream with
 * --swa-full. States are float32, convolutions keep `kernel - 1` columns.
 */
export const llamaCppPolicy: EnginePolicy = {
  fullCells: (request) => streamCells(request) * streams(request),
  slidingCells: (request, window) => {
    const { family, swaFull, unified, sequences, batchTokens, rounding } = request
    const stream = streamCells(request)
    const ignored = family !== undefined && WINDOW_IGNORED.has(family)
    if (swaFull || ignored) return stream * streams(request)
    const shared = window * (unified ? sequences : 1)
    const cells = rounding ? pad(Math.min(stream, shared + batchTokens)) : Math.min(stream, shared)
    return cells * streams(request)
  },
  convolutionColumns: (kernel) => kernel - 1,
  convolutionBytes: () => 4,
  recurrentBytes: () => 4,
}

const streams = ({ unified, sequences }: CacheRequest): number => (unified ? 1 : sequences)

function streamCells(request: CacheRequest): number {
  const { contextTokens, rounding } = request
  if (!rounding) return Math.floor(contextTokens / streams(request))
  const pool = pad(contextTokens)
  return request.unified ? pool : pad(Math.floor(pool / request.sequences))
}
