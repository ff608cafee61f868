import type { CacheRequest } from './cache-options.ts'
import type { EnginePolicy } from './engine-policy.ts'

/**
 * Architectures whose window llama.cpp reads from the file, by their names in config.json or, where
 * the two differ, in GGUF files. For all others the loader has no window, so that every layer caches
 * the whole context: Llama (and so Mistral and Mixtral), Qwen, StarCoder2, Granite, StableLM,
 * Command-R, SmolLM3 and more; Phi-3's is read and switched off with a warning.
 *
 * Source: the loaders in src/llama-model.cpp and src/models (`llama-cpp-kv-cache`).
 */
const WINDOW_READ: ReadonlySet<string> = new Set([
  'afmoe',
  'cohere2',
  'exaone4',
  'exaone-moe',
  'exaone_moe',
  'gemma2',
  'gemma3',
  'gemma3n',
  'gemma4',
  'gpt_oss',
  'granite-swa',
  'llama4',
  'mimo2',
  'olmo2',
  'olmo3',
  'plamo3',
  'smallthinker',
  'step35',
])

const pad = (cells: number, { cellMultiple }: CacheRequest): number =>
  Math.ceil(cells / cellMultiple) * cellMultiple

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
    const ignored = family !== undefined && !WINDOW_READ.has(family)
    if (swaFull || ignored) return stream * streams(request)
    const shared = window * (unified ? sequences : 1)
    const cells = rounding
      ? pad(Math.min(stream, shared + batchTokens), request)
      : Math.min(stream, shared)
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
  const pool = pad(contextTokens, request)
  return request.unified ? pool : pad(Math.floor(pool / request.sequences), request)
}
