import type { CacheOptions } from '../../cache/cache-options.ts'
import { kvCacheBytes } from '../../cache/kv-cache-bytes.ts'
import type { CachingModel } from '../../cache/kv-cache-bytes.ts'
import { vllmKvCapacity } from '../../cache/vllm-kv-capacity.ts'
import { bytesPer } from '../../units/units.ts'
import { cacheFormatOf } from '../cache-format-of.ts'
import { engineOf } from '../engine-of.ts'
import { mlaFormOf } from '../mla-form-of.ts'
import { answer, notComputed } from '../not-computed.ts'
import { specFromTruthConfig } from '../spec-from-truth-config.ts'
import { flagOf, numberOf, textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit, unitWord } from '../unit-of.ts'

/**
 * Cache bytes by an engine's rules, or the blocks and tokens that vLLM makes of what it has left.
 * `layers`, `kv_heads` and `head_dim` narrow the model down to the part that a log line is about.
 */
export function kvCacheAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  const spec = cachedPart(row)
  const word = unitWord(expected.unit)
  if (word === 'blocks' || (word === 'tokens' && input['available_kv_GiB'] !== undefined)) {
    return capacity(spec, row, word)
  }
  const perToken = /\bper token\b|\/token\b/i.test(expected.unit)
  const options = cacheOptions(perToken ? { ...input, n_ctx: 1 } : input, !perToken)
  const { total } = kvCacheBytes(spec, options)
  if (!/saved|difference/i.test(expected.unit)) {
    return answer(bytesInUnit(total, expected.unit), expected.unit)
  }
  const whole = kvCacheBytes(spec, { ...options, swaFull: true }).total
  return answer(bytesInUnit(whole - total, expected.unit), expected.unit)
}

function capacity(spec: CachingModel, row: TruthQuestion, word: 'blocks' | 'tokens'): TruthAnswer {
  const { input } = row
  const available = numberOf(input, 'available_kv_GiB')
  if (available === undefined) return notComputed('the row does not say what vLLM has left')
  const { keyFormat, valueFormat } = formats(input)
  const made = vllmKvCapacity(spec, {
    availableBytes: available * bytesPer.GiB,
    keyFormat,
    valueFormat,
    blockSize: numberOf(input, 'block_size') ?? 16,
    tensorParallel: numberOf(input, 'tp') ?? 1,
    ...mlaForm(input),
  })
  return { value: made[word] }
}

function cacheOptions(input: TruthQuestion['input'], rounding: boolean): CacheOptions {
  const engine = engineOf(textOf(input, 'engine'))
  const sequences = numberOf(input, 'n_seq_max', 'batch', 'sequences') ?? 1
  const context = numberOf(input, 'n_ctx', 'max_model_len', 'context', 'tokens', 'seq') ?? 0
  const generated = numberOf(input, 'generated') ?? 0
  const tokens = context + (numberOf(input, 'input_length') ?? 0) + generated
  const unified = flagOf(input, 'kv_unified')
  const batchTokens = numberOf(input, 'n_ubatch', 'max_num_batched_tokens')
  return {
    engine,
    tokens: engine === 'llama.cpp' ? Math.ceil(tokens / sequences) : tokens,
    sequences,
    ...formats(input),
    // n_ctx counts the cells of all sequences together.
    ...(engine === 'llama.cpp' ? { contextTokens: tokens } : {}),
    ...(unified === undefined ? {} : { unified }),
    ...(batchTokens === undefined ? {} : { batchTokens }),
    // A log that writes 0 is of a build before "disabled", which rounded to 32 cells then.
    ...(input['flash_attn'] === 0 ? { cellMultiple: 32 } : {}),
    swaFull: flagOf(input, 'swa_full') ?? false,
    blockSize: numberOf(input, 'block_size') ?? 16,
    tensorParallel: numberOf(input, 'tp') ?? 1,
    rounding,
    ...mlaForm(input),
  }
}

function formats(input: TruthQuestion['input']): Pick<CacheOptions, 'keyFormat' | 'valueFormat'> {
  const key = textOf(input, 'type_k', 'kv_dtype', 'dtype') ?? 'f16'
  return {
    keyFormat: cacheFormatOf(key),
    valueFormat: cacheFormatOf(textOf(input, 'type_v') ?? key),
  }
}

function mlaForm(input: TruthQuestion['input']): Pick<CacheOptions, 'mlaForm'> {
  const form = mlaFormOf(input['mla'])
  return form === undefined ? {} : { mlaForm: form }
}

function cachedPart({ config, input }: TruthQuestion): CachingModel {
  const layers = numberOf(input, 'layers')
  const kvHeads = numberOf(input, 'kv_heads')
  const headDim = numberOf(input, 'head_dim')
  const spec = specFromTruthConfig({
    ...(layers === undefined ? config : withoutPattern(config)),
    ...(layers === undefined ? {} : { num_hidden_layers: layers }),
    ...(kvHeads === undefined ? {} : { num_key_value_heads: kvHeads }),
    ...(headDim === undefined ? {} : { head_dim: headDim }),
  })
  requireHeads({ ...config, ...input })
  // Engines ignore the window of some architectures; where none is named, the row's word holds.
  return textOf(config, 'arch', 'model_type') === undefined ? { layers: spec.layers } : spec
}

/** The layers of one part of a model are alike: nothing is left of how the parts alternate. */
function withoutPattern(config: TruthQuestion['config']): TruthQuestion['config'] {
  const pattern = /^(full_attention_(every|interval|layers)|recurrent_layers|layer_types)$/
  return Object.fromEntries(Object.entries(config).filter(([field]) => !pattern.test(field)))
}

function requireHeads(fields: TruthQuestion['input']): void {
  if (numberOf(fields, 'kv_lora_rank', 'ssm_state_size', 'state_size') !== undefined) return
  const heads = numberOf(fields, 'kv_heads', 'num_key_value_heads', 'num_attention_heads', 'n_head')
  const width = numberOf(fields, 'head_dim', 'hidden_size', 'n_embd')
  if (heads === undefined || width === undefined) {
    throw new RangeError('the row leaves out the number or the size of the heads')
  }
}
