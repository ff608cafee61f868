import type { ModelSpec } from '../../model/spec.ts'
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
 * A `unit_rule` that truncates is followed.
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
  const size = bytesInUnit(detail.bytes + (onDisk ? metadataBytes(spec) : 0), expected.unit)
  return answer(size === null ? null : printed(size, textOf(input, 'unit_rule')), expected.unit)
}

/** Ollama's list prints whole units from 10 up by cutting the decimals, and one decimal below. */
function printed(size: number, rule: string | undefined): number {
  if (rule === undefined || !/trunc|cut|floor|int|whole/i.test(rule)) return size
  return size >= 10 ? Math.trunc(size) : Math.round(size * 10) / 10
}

/**
 * Bytes of a file's header, nearly all of them the tokenizer's: each entry has its text with a
 * length of 8 bytes, a type and, in SentencePiece tokenizers, a score (about 23 bytes); the others
 * list their merges too, at about as much again (Qwen 39 bytes an entry, Llama 3 61).
 */
function metadataBytes({ family, vocabSize }: ModelSpec): number {
  const merges = vocabSize > 64_000 || /^gpt/.test(family)
  return vocabSize * (merges && !family.startsWith('gemma') ? 45 : 23)
}
