import { ggufMetadataBytes } from '../../weights/gguf-metadata-bytes.ts'
import { ollamaListSize } from '../../weights/ollama-list-size.ts'
import { weightBytesDetailed } from '../../weights/weight-bytes-detailed.ts'
import { answer, notComputed } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { flagOf, textOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit, unitWord } from '../unit-of.ts'
import { weightFormatOf } from '../weight-format-of.ts'

/**
 * Size, or bits per weight, of a GGUF file. llama.cpp's own "file size" counts the tensors alone;
 * a size on disk, marked "(file)" or given in bytes or GB, has the header and the tokenizer too.
 * A `unit_rule` that truncates, or that means GiB by GB, is followed.
 */
export function ggufSizeAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  const format = weightFormatOf(input)
  if (format === undefined) return notComputed('the row names no known GGUF type')
  const imatrix = flagOf(input, 'imatrix')
  const spec = completeSpec(row.config)
  const detail = weightBytesDetailed(spec, format, imatrix === undefined ? {} : { imatrix })
  const word = unitWord(expected.unit)
  if (word === 'bits' || word === 'bpw') return { value: detail.bitsPerWeight }
  const onDisk = /file|disk/i.test(expected.unit) || word === 'bytes' || word === 'GB'
  const bytes = detail.bytes + (onDisk ? ggufMetadataBytes(spec) : 0)
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
