import { inferenceMemory } from '../memory/inference-memory.ts'
import type { CacheFormat, InferenceMemory, InferenceSetup } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { ByteBase } from '../units/units.ts'
import { cacheCell, rowLabel } from './cache-table.ts'
import type { CacheRow } from './cache-table.ts'
import { curveTokens } from './curve-tokens.ts'
import type { CurvePoint } from './memory-chart.ts'

/** What the table and the picture are computed from. */
interface Computed {
  readonly spec: ModelSpec
  readonly setup: InferenceSetup
  readonly nativeTokens: number | null
}

/**
 * The table: for each number of tokens and each cache format, the bytes of the cache and whether
 * it fits together with the weights, the buffers and the overhead.
 *
 * A format whose blocks do not divide the model's rows gives a cell without a verdict.
 *
 * @example cacheRows(calculation, { rows: [512], columns: ['f16'], base: 'iec' })[0].cells[0].text
 */
export function cacheRows(
  { spec, setup, nativeTokens }: Computed,
  table: {
    readonly rows: readonly number[]
    readonly columns: readonly CacheFormat[]
    readonly base: ByteBase
  },
): readonly CacheRow[] {
  return table.rows.map((tokens) => ({
    tokens,
    label: rowLabel(tokens),
    beyond: nativeTokens !== null && tokens > nativeTokens,
    cells: table.columns.map((format) => {
      const formats = { keyFormat: format, valueFormat: format }
      const memory = memoryOrNull(spec, { ...setup, ...formats, tokens })
      return cacheCell({ format, memory, base: table.base })
    }),
  }))
}

/**
 * Memory at eight context lengths, the learner's own among them: what the picture is drawn from.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example memoryCurve(calculation).length //=> 8
 */
export function memoryCurve({ spec, setup, nativeTokens }: Computed): readonly CurvePoint[] {
  return curveTokens({ tokens: setup.tokens, native: nativeTokens }).map((tokens) => ({
    tokens,
    memory: inferenceMemory(spec, { ...setup, tokens }),
  }))
}

function memoryOrNull(spec: ModelSpec, setup: InferenceSetup): InferenceMemory | null {
  try {
    return inferenceMemory(spec, setup)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
