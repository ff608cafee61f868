import { weightBytes } from '../../weights/weight-bytes.ts'
import { adapterBytes } from '../adapter.ts'
import { answer, notComputed } from '../not-computed.ts'
import { completeSpec } from '../complete-spec.ts'
import { engineOf } from '../engine-of.ts'
import { numberOf, textOf } from '../truth-input.ts'
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
  const sharedHead = engineOf(textOf(input, 'engine'), 'transformers') === 'vllm'
  const options = { tensorParallel, sharedHead, ...groupSize(input) }
  const bytes = weightBytes(completeSpec(row.config), format, options)
  return answer(bytesInUnit(bytes, expected.unit), expected.unit)
}

/** '128g' or 'g128' in the name of the format, or a field of its own. */
function groupSize(input: TruthQuestion['input']): { readonly groupSize?: number } {
  const quant = textOf(input, 'quant', 'quantization') ?? ''
  const named = /(?:^|[-_ ])(?:g(\d+)|(\d+)g)(?:$|[-_ ])/i.exec(quant)
  const stated = numberOf(input, 'group_size', 'groupsize') ?? Number(named?.[1] ?? named?.[2])
  return Number.isInteger(stated) && stated > 0 ? { groupSize: stated } : {}
}
