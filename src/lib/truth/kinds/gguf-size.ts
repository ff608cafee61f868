import { ggufFileBytes } from '../../weights/gguf-file-bytes.ts'
import { isGgufFileType } from '../../weights/mix-recipes.ts'
import { ollamaListSize } from '../../weights/ollama-list-size.ts'
import { weightBytesDetailed } from '../../weights/weight-bytes-detailed.ts'
import type { WeightFormat } from '../../weights/weight-formats.ts'
import { answer, notComputed } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { flagOf, textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit, unitWord } from '../unit-of.ts'
import { weightFormatOf } from '../weight-format-of.ts'

/** GGUF types of formats that rows call by their general names. */
const ggufNames: Readonly<Partial<Record<WeightFormat, WeightFormat>>> = {
  fp32: 'F32',
  fp16: 'F16',
  bf16: 'BF16',
  mxfp4: 'MXFP4_MOE',
}

/**
 * Size, or bits per weight, of a GGUF file. llama.cpp's own "file size" counts the tensors alone;
 * a size on disk, marked "(file)" or given in bytes or GB, has the header and the tokenizer too.
 * A `unit_rule` that truncates, or that means GiB by GB, is followed.
 */
export function ggufSizeAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  const named = weightFormatOf(input)
  const format = named && (ggufNames[named] ?? named)
  if (format === undefined || !isGgufFileType(format)) {
    return notComputed('the row names no known GGUF type')
  }
  const imatrix = flagOf(input, 'imatrix')
  const options = imatrix === undefined ? {} : { imatrix }
  const spec = completeSpec(row.config)
  const detail = weightBytesDetailed(spec, format, options)
  const word = unitWord(expected.unit)
  if (word === 'bits' || word === 'bpw') return { value: detail.bitsPerWeight }
  const onDisk = /file|disk/i.test(expected.unit) || word === 'bytes' || word === 'GB'
  const bytes = onDisk ? ggufFileBytes(spec, format, options) : detail.bytes
  const rule = textOf(input, 'unit_rule') ?? ''
  if (/trunc|cut|floor|int|whole|list/i.test(rule)) return listed(bytes, expected.unit)
  const unit = /binary|gib|1024|2\^30/i.test(rule) && word === 'GB' ? 'GiB' : expected.unit
  return answer(bytesInUnit(bytes, unit), expected.unit)
}

/** `ollama list` prints whole units from 10 up by cutting the decimals, and one decimal below. */
function listed(bytes: number, unit: string): TruthAnswer {
  const printed = ollamaListSize(Math.round(bytes))
  return answer(printed.unit === unitWord(unit) ? printed.value : null, unit)
}
