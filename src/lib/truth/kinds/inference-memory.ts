import type { CacheFormat, InferenceSetup } from '../../memory/setup.ts'
import { inferenceMemory } from '../../memory/inference-memory.ts'
import { cacheFormatOf } from '../cache-format-of.ts'
import { completeSpec } from '../complete-spec.ts'
import { engineOf } from '../engine-of.ts'
import { answer, notComputed } from '../not-computed.ts'
import { isPeak, prefillPeak } from '../prefill-peak.ts'
import { flagOf, numberOf, textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit } from '../unit-of.ts'
import { weightFormatOf } from '../weight-format-of.ts'

/**
 * Memory of a run at `input_length` + `generated`: weights, cache and buffers, as PyTorch's own
 * counter or an engine's log shows them; the peak with the prompt where the row is of a peak. The
 * driver's context stands outside that counter, so the overhead is zero.
 */
export function inferenceMemoryAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  const weightFormat = weightFormatOf(input)
  if (weightFormat === undefined) return notComputed('the row names no known weight format')
  const spec = completeSpec(row.config)
  const setup: InferenceSetup = {
    engine: engineOf(textOf(input, 'engine'), 'transformers'),
    weightFormat,
    ...cacheFormats(input, weightFormat === 'fp32' ? 'fp32' : 'bf16'),
    tokens: tokensOf(input),
    sequences: numberOf(input, 'batch', 'n_seq_max') ?? 1,
    ...engineSettings(input),
    gpuBytes: 0,
    gpuCount: numberOf(input, 'tp') ?? 1,
    overheadBytes: 0,
  }
  const run = inferenceMemory(spec, setup).total
  const prompt = numberOf(input, 'input_length')
  const bytes =
    setup.engine === 'transformers' && prompt !== undefined && isPeak(input, expected.unit)
      ? Math.max(run, prefillPeak(spec, { ...setup, tokens: prompt }, input))
      : run
  return answer(bytesInUnit(bytes, expected.unit), expected.unit)
}

function tokensOf(input: TruthQuestion['input']): number {
  const run = (numberOf(input, 'input_length') ?? 0) + (numberOf(input, 'generated') ?? 0)
  return numberOf(input, 'n_ctx', 'max_model_len') ?? run
}

function cacheFormats(
  input: TruthQuestion['input'],
  usual: CacheFormat,
): Pick<InferenceSetup, 'keyFormat' | 'valueFormat'> {
  const key = textOf(input, 'type_k', 'kv_dtype') ?? usual
  return {
    keyFormat: cacheFormatOf(key),
    valueFormat: cacheFormatOf(textOf(input, 'type_v') ?? key),
  }
}

function engineSettings(
  input: TruthQuestion['input'],
): Pick<InferenceSetup, 'batchTokens' | 'flashAttention'> {
  const batchTokens = numberOf(input, 'n_ubatch', 'max_num_batched_tokens')
  const flashAttention = flagOf(input, 'flash_attn')
  return {
    ...(batchTokens === undefined ? {} : { batchTokens }),
    ...(flashAttention === undefined ? {} : { flashAttention }),
  }
}
