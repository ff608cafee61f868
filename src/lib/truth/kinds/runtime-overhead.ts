import { llamaCppComputeBuffer } from '../../memory/llama-cpp-compute-buffer.ts'
import { vllmKvBudget } from '../../memory/vllm-kv-budget.ts'
import { bytesPer } from '../../units/units.ts'
import { engineOf } from '../engine-of.ts'
import { answer, notComputed } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { flagOf, numberOf, textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit } from '../unit-of.ts'

/**
 * llama.cpp's compute buffer, or what vLLM has left for its cache. The sizes of a vLLM profile are
 * in GiB. Its captured graphs are logged after the cache is sized and are not taken off.
 */
export function runtimeOverheadAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  const engine = engineOf(textOf(input, 'engine'))
  if (engine === 'llama.cpp') return computeBuffer(row)
  const total = numberOf(input, 'total_gpu')
  const weights = numberOf(input, 'weights')
  if (engine !== 'vllm' || total === undefined || weights === undefined) {
    return notComputed('the row has no profile of vLLM')
  }
  const budget = numberOf(input, 'budget')
  const left = vllmKvBudget({
    totalBytes: total * bytesPer.GiB,
    utilisation: numberOf(input, 'util') ?? 0.9,
    ...(budget === undefined ? {} : { budgetBytes: budget * bytesPer.GiB }),
    weightBytes: weights * bytesPer.GiB,
    nonTorchBytes: (numberOf(input, 'non_torch') ?? 0) * bytesPer.GiB,
    activationPeakBytes: (numberOf(input, 'activation_peak') ?? 0) * bytesPer.GiB,
  })
  return answer(bytesInUnit(left, expected.unit), expected.unit)
}

function computeBuffer({ config, input, expected }: TruthQuestion): TruthAnswer {
  const contextTokens = numberOf(input, 'n_ctx')
  if (contextTokens === undefined) return notComputed('the row gives no context')
  const batchTokens = numberOf(input, 'n_ubatch')
  const flashAttention = flagOf(input, 'flash_attn')
  const buffer = llamaCppComputeBuffer(completeSpec(config, ['intermediate_size', 'arch']), {
    contextTokens,
    ...(batchTokens === undefined ? {} : { batchTokens }),
    ...(flashAttention === undefined ? {} : { flashAttention }),
  })
  return answer(bytesInUnit(buffer.bytes, expected.unit), expected.unit)
}
