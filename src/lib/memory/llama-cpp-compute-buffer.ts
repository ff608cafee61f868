import { layerGroups } from '../cache/layer-groups.ts'
import type { Formula } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { llamaCppMaskBufferFormula } from './llama-cpp-mask-buffer.formula.ts'
import { llamaCppOutputBufferFormula } from './llama-cpp-output-buffer.formula.ts'
import { llamaCppScoreBufferFormula } from './llama-cpp-score-buffer.formula.ts'
import { widestActivation } from './widest-activation.ts'

/** What decides the size of llama.cpp's compute buffer. */
export interface ComputeBufferOptions {
  /** Cells of the cache that one batch looks at: n_ctx when the pool is unified. */
  readonly contextTokens: number
  /** n_ubatch; 512 when absent. */
  readonly batchTokens?: number
  /** True when absent: llama.cpp turns it on by itself where it can. */
  readonly flashAttention?: boolean
}

/** The largest of the moments that the buffer must hold, and how it was computed. */
export interface ComputeBuffer {
  readonly bytes: number
  readonly formula: Formula
  readonly values: Readonly<Record<string, number>>
}

/**
 * Bytes of llama.cpp's compute buffer: the largest of the moments that its graph passes through.
 *
 * At the output `4 ub (V + h)`; in attention without flash `4 ub (n (H + 1) + 4 h + fused)`; in the
 * middle of a long context with flash `6 ub n + 4 ub (2 h + wide)`. The graph allocator reuses
 * memory, so that the moments do not add up.
 *
 * Source: `llama-cpp-logs`. No constant is fitted, but this form was chosen with the same published
 * logs in view: that it meets them within 5 % is no independent evidence for it.
 *
 * @throws RangeError for a context or batch that is not a whole number.
 * @example llamaCppComputeBuffer(llama32_1b, { contextTokens: 1024 }).bytes // 266_862_592
 */
export function llamaCppComputeBuffer(
  spec: Pick<ModelSpec, 'vocabSize' | 'hiddenSize' | 'layers'>,
  options: ComputeBufferOptions,
): ComputeBuffer {
  const { contextTokens, batchTokens: batch = 512, flashAttention = true } = options
  if (!Number.isSafeInteger(contextTokens) || contextTokens < 0) {
    throw new RangeError(`contextTokens is ${contextTokens}; it must be a whole number, 0 or more.`)
  }
  if (!Number.isSafeInteger(batch) || batch < 1) {
    throw new RangeError(`batchTokens is ${batch}; it must be a whole number of at least 1.`)
  }
  const shared = { float: 4, batch, hidden: spec.hiddenSize }
  const output = moment(llamaCppOutputBufferFormula, { ...shared, vocabulary: spec.vocabSize })
  const { heads, fused, window } = attentionShape(spec.layers)
  if (heads === 0) return output
  const inside = flashAttention
    ? moment(llamaCppMaskBufferFormula, {
        ...shared,
        half: 2,
        cells: contextTokens + (window > 0 ? Math.min(contextTokens, padded(window + batch)) : 0),
        wide: widestActivation(spec.layers),
      })
    : moment(llamaCppScoreBufferFormula, { ...shared, cells: contextTokens, heads, fused })
  return inside.bytes > output.bytes ? inside : output
}

const moment = (formula: Formula, values: Readonly<Record<string, number>>): ComputeBuffer => ({
  bytes: formula.evaluate(values),
  formula,
  values,
})

const padded = (cells: number): number => Math.ceil(cells / 256) * 256

function attentionShape(layers: ModelSpec['layers']) {
  const shape = { heads: 0, fused: 0, window: 0 }
  const groups = layerGroups(layers)
  const mixed = groups.some(({ attention }) => attention.kind === 'full')
  for (const { attention } of groups) {
    if (attention.kind === 'none' || attention.kind === 'recurrent') continue
    shape.heads = Math.max(shape.heads, attention.heads)
    if (attention.kind === 'mla') continue
    if (mixed && attention.kind === 'sliding') {
      shape.window = Math.max(shape.window, attention.window)
    }
    if (attention.fusedQkv) {
      const columns = attention.kvHeads * (attention.headDim + attention.valueHeadDim)
      shape.fused = Math.max(shape.fused, columns)
    }
  }
  return shape
}
