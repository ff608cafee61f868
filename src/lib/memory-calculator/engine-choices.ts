import { cacheFormatProblem } from '../cache/cache-format-problem.ts'
import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import type { CacheFormat, Engine } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import { weightFormats } from '../weights/weight-formats.ts'
import type { WeightFormat, WeightFormatRow } from '../weights/weight-formats.ts'
import type { CalculatorState } from './calculator-state.ts'

const formats = Object.keys(CACHE_FORMATS) as CacheFormat[]
const COLUMNS: Readonly<Record<Engine, readonly CacheFormat[]>> = {
  'llama.cpp': ['f16', 'q8_0', 'q4_0'],
  vllm: ['f16', 'fp8'],
  transformers: ['fp32', 'f16'],
}

/**
 * Cache formats that an engine can store.
 *
 * @example cacheFormatsOf('vllm') //=> ['fp32', 'f16', 'bf16', 'fp8']
 */
export const cacheFormatsOf = (engine: Engine): readonly CacheFormat[] =>
  formats.filter((format) => enginesOf(format).includes(engine))

const enginesOf = (format: CacheFormat): readonly Engine[] => CACHE_FORMATS[format].engines

/** Weight formats that an engine loads. */
export const weightFormatsOf = (engine: Engine): readonly WeightFormatRow[] =>
  weightFormats.filter(({ engines }) => engines.includes(engine))

/**
 * Columns of the table: the learner's own, else what the engine offers, with the chosen format
 * among them.
 *
 * @example tableColumns({ engine: 'vllm', columns: [], keyFormat: 'f16' }) //=> ['f16', 'fp8']
 */
export function tableColumns(
  state: Pick<CalculatorState, 'engine' | 'columns' | 'keyFormat'>,
): readonly CacheFormat[] {
  if (state.columns.length > 0) return [...new Set(state.columns)]
  const offered = COLUMNS[state.engine]
  return offered.includes(state.keyFormat) ? offered : [...offered, state.keyFormat]
}

/**
 * Puts a format into the table's columns or takes it out; the last one stays, six is the most.
 *
 * @example toggleColumn(['f16', 'q8_0'], 'q8_0') //=> ['f16']
 */
export function toggleColumn(
  columns: readonly CacheFormat[],
  format: CacheFormat,
): readonly CacheFormat[] {
  if (!columns.includes(format)) return columns.length < 6 ? [...columns, format] : columns
  return columns.length > 1 ? columns.filter((column) => column !== format) : columns
}

/**
 * What changes with the engine: formats that the new one cannot load go to its usual ones.
 *
 * @example changeEngine({ weightFormat: 'Q4_K_M', keyFormat: 'q8_0', valueFormat: 'q8_0' }, 'vllm')
 * //=> { engine: 'vllm', weightFormat: 'bf16', keyFormat: 'fp8', valueFormat: 'fp8', columns: [] }
 */
export function changeEngine(
  state: Pick<CalculatorState, 'weightFormat' | 'keyFormat' | 'valueFormat'>,
  engine: Engine,
): Partial<CalculatorState> {
  const usual: WeightFormat = engine === 'llama.cpp' ? 'Q4_K_M' : 'bf16'
  const loads = weightFormatsOf(engine).some(({ id }) => id === state.weightFormat)
  return {
    engine,
    weightFormat: loads ? state.weightFormat : usual,
    keyFormat: nearestFormat(state.keyFormat, engine),
    valueFormat: nearestFormat(state.valueFormat, engine),
    columns: [],
  }
}

function nearestFormat(format: CacheFormat, engine: Engine): CacheFormat {
  if (cacheFormatsOf(engine).includes(format)) return format
  const small = CACHE_FORMATS[format].blockBytes / CACHE_FORMATS[format].blockElements < 2
  if (!small) return 'f16'
  return engine === 'vllm' ? 'fp8' : engine === 'llama.cpp' ? 'q8_0' : 'f16'
}

/**
 * One sentence for each thing in a state that the engine cannot do; sizes are shown all the same.
 *
 * @example engineProblems({ engine: 'vllm', weightFormat: 'Q4_K_M', keyFormat: 'f16', valueFormat: 'f16', flash: true }, llama3)
 * //=> ['vLLM does not load Q4_K_M weights; the sizes are what they would take.']
 */
export function engineProblems(
  state: Pick<CalculatorState, 'engine' | 'weightFormat' | 'keyFormat' | 'valueFormat' | 'flash'>,
  spec: ModelSpec,
): readonly string[] {
  const { engine, weightFormat, keyFormat, valueFormat, flash } = state
  const loads = weightFormatsOf(engine).some(({ id }) => id === weightFormat)
  const nobodys = [keyFormat, valueFormat].find((format) => enginesOf(format).length === 0)
  const cache =
    nobodys === undefined
      ? cacheFormatProblem(spec, { engine, keyFormat, valueFormat, flashAttention: flash })
      : `No engine stores a cache as ${nobodys}: it is four bits and no scale, as tables of blogs count.`
  return [
    ...(loads
      ? []
      : [
          `${engine === 'vllm' ? 'vLLM' : engine} does not load ${weightFormat} weights; the sizes are what they would take.`,
        ]),
    ...(cache === null || spec.kind === 'encoder' ? [] : [cache]),
  ]
}
