import { weightBytes } from '../../weights/weight-bytes.ts'
import { adapterBytes } from '../adapter.ts'
import { answer, notComputed } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { numberOf } from '../truth-input.ts'
import type { TruthAnswer, TruthQuestion } from '../truth-row.ts'
import { bytesInUnit } from '../unit-of.ts'
import { weightFormatOf } from '../weight-format-of.ts'

/**
 * Bytes of the weights in a format; with `tp` those of one GPU; with a rank `r` those of a saved
 * adapter.
 */
export function weightsBytesAnswer(row: TruthQuestion): TruthAnswer {
  const { input, expected } = row
  if (numberOf(input, 'r', 'rank', 'lora_r') !== undefined) {
    const spec = completeSpec(row.config, ['vocab_size'])
    return answer(bytesInUnit(adapterBytes(spec, input), expected.unit), expected.unit)
  }
  const format = weightFormatOf(input)
  if (format === undefined) return notComputed('the row names no known weight format')
  const tensorParallel = numberOf(input, 'tp') ?? 1
  const bytes = weightBytes(completeSpec(row.config), format, { tensorParallel })
  return answer(bytesInUnit(bytes, expected.unit), expected.unit)
}
