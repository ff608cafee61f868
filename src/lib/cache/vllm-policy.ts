import { bytesPerElement } from './bytes-per-element.ts'
import type { EnginePolicy } from './engine-policy.ts'

/**
 * What vLLM's block manager gives to each request.
 *
 * A full layer takes `ceil(tokens / block)` blocks. A sliding layer takes
 * `ceil(min(window - 1 + max_num_batched_tokens, tokens) / block) + 1` blocks: the window may begin
 * in the middle of one. Both states of a recurrent layer are in the model's type unless the
 * server is told otherwise, and convolutions keep `kernel - 1` columns.
 */
export const vllmPolicy: EnginePolicy = {
  fullCells: ({ tokens, sequences, blockSize, rounding }) =>
    (rounding ? Math.ceil(tokens / blockSize) * blockSize : tokens) * sequences,
  slidingCells: ({ tokens, sequences, blockSize, batchTokens, rounding }, window) => {
    if (!rounding) return Math.min(tokens, window) * sequences
    const held = Math.min(window - 1 + batchTokens, tokens)
    return (Math.ceil(held / blockSize) + 1) * blockSize * sequences
  },
  convolutionColumns: (kernel) => kernel - 1,
  convolutionBytes: ({ stateFormat }) => bytesPerElement(stateFormat),
  recurrentBytes: ({ stateFormat }) => bytesPerElement(stateFormat),
}
