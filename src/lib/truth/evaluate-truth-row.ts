import { decodeSpeedAnswer } from './kinds/decode-speed.ts'
import { ggufSizeAnswer } from './kinds/gguf-size.ts'
import { inferenceMemoryAnswer } from './kinds/inference-memory.ts'
import { kvCacheAnswer } from './kinds/kv-cache.ts'
import { loraParamsAnswer } from './kinds/lora-params.ts'
import { paramsAnswer } from './kinds/params.ts'
import { runtimeOverheadAnswer } from './kinds/runtime-overhead.ts'
import { weightsBytesAnswer } from './kinds/weights-bytes.ts'
import { notComputed } from './not-computed.ts'
import type { TruthAnswer, TruthQuestion } from './truth-row.ts'

const kinds: Readonly<Record<string, (row: TruthQuestion) => TruthAnswer>> = {
  params: paramsAnswer,
  'weights-bytes': weightsBytesAnswer,
  'gguf-size': ggufSizeAnswer,
  'kv-cache': kvCacheAnswer,
  'inference-memory': inferenceMemoryAnswer,
  'runtime-overhead': runtimeOverheadAnswer,
  'lora-params': loraParamsAnswer,
  'decode-speed': decodeSpeedAnswer,
  'train-memory': () =>
    notComputed(
      'training memory belongs to the training library, which is not part of this site yet',
    ),
}

/**
 * Computes a published number with the library: translates the row into calls of the public
 * functions, and reads only its kind, config, input and unit. It never throws: a row that the
 * library cannot answer says why.
 *
 * @example evaluateTruthRow({ kind: 'params', config: { … }, input: {}, expected: { unit: 'parameters' } })
 *   //=> { value: 6738415616 }
 */
export function evaluateTruthRow(row: TruthQuestion): TruthAnswer {
  const evaluate = Object.hasOwn(kinds, row.kind) ? kinds[row.kind] : undefined
  if (evaluate === undefined) return notComputed(`no rule for rows of kind "${row.kind}"`)
  try {
    const result = evaluate(row)
    const finite = !('value' in result) || Number.isFinite(result.value)
    return finite ? result : notComputed('the computation gave no finite number')
  } catch (error) {
    return notComputed(error instanceof Error ? error.message : String(error))
  }
}
