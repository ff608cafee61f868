import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import { formatBytes } from '../format/format-bytes.ts'
import { formatNumber } from '../format/format-number.ts'
import type { CacheFormat } from '../memory/setup.ts'
import type { ByteBase } from '../units/units.ts'
import { weightFormats } from '../weights/weight-formats.ts'
import type { WeightFormat } from '../weights/weight-formats.ts'
import type { GpuRow, ModelRow } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { cacheFormatsOf, weightFormatsOf } from './engine-choices.ts'
import type { SearchRow } from './search-rows.ts'
import { words } from './words.ts'

export interface ChoiceGroup<Value extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: Value; readonly label: string }[]
}

/**
 * Weight formats for a select: those that the engine loads, then the others.
 *
 * @example weightGroups({ engine: 'vllm' })[0].label //=> 'vLLM loads'
 */
export function weightGroups(
  state: Pick<CalculatorState, 'engine'>,
): readonly ChoiceGroup<WeightFormat>[] {
  const loaded = weightFormatsOf(state.engine)
  const others = weightFormats.filter((row) => !loaded.includes(row))
  const choices = (rows: typeof loaded) =>
    rows.map(({ id, name }) => ({ value: id, label: name.replace(' (GGUF)', '') }))
  return [
    { label: `Loaded by ${words.engines[state.engine]}`, choices: choices(loaded) },
    { label: 'For other engines', choices: choices(others) },
  ]
}

/**
 * Cache formats for a select, with the bytes of one number: those of the engine, then the others.
 *
 * @example cacheFormatGroups({ engine: 'llama.cpp' })[0].choices[3].label //=> 'q8_0 (1.0625 B)'
 */
export function cacheFormatGroups(
  state: Pick<CalculatorState, 'engine'>,
): readonly ChoiceGroup<CacheFormat>[] {
  const own = cacheFormatsOf(state.engine)
  const all = Object.keys(CACHE_FORMATS) as CacheFormat[]
  const choices = (formats: readonly CacheFormat[]) =>
    formats.map((value) => ({ value, label: `${words.cacheFormats[value]} (${size(value)})` }))
  return [
    { label: '', choices: choices(own) },
    { label: 'Of other engines', choices: choices(all.filter((each) => !own.includes(each))) },
  ]
}

function size(format: CacheFormat): string {
  const { blockBytes, blockElements } = CACHE_FORMATS[format]
  return `${formatNumber(blockBytes / blockElements, { digits: 4 })} B`
}

/** Models for the search; the detail names the publisher. */
export const modelSearchRows = (rows: readonly ModelRow[]): readonly SearchRow[] =>
  rows.map(({ id, name, publisher, aliases }) => ({
    id,
    name,
    detail: publisher,
    words: [publisher, ...aliases],
  }))

/** Graphics cards for the search; the detail is the memory. */
export const gpuSearchRows = (rows: readonly GpuRow[], base: ByteBase): readonly SearchRow[] =>
  rows.map(({ id, name, aliases, memoryBytes }) => ({
    id,
    name,
    detail: formatBytes(memoryBytes, { base }),
    words: aliases,
  }))
