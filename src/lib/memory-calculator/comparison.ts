import type { Table } from '../export/table.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { InferenceMemory } from '../memory/setup.ts'
import type { ByteBase } from '../units/units.ts'
import { VERDICT_WORDS } from './cache-table.ts'
import { calculate } from './calculate.ts'
import type { Calculation } from './calculation.ts'
import type { CalculatorData } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'
import { sizeText } from './size-text.ts'

/** One setup of a comparison: its name, its verdict and its numbers, one for each line. */
export interface ComparedSetup {
  readonly name: string
  readonly verdict: InferenceMemory['verdict']
  readonly values: readonly string[]
  /** The same for programs, one for each of `PLAIN_COLUMNS` after the first. */
  readonly plain: readonly (string | number)[]
}

/** What the lines of a comparison are about. */
export const COMPARED_LINES = [
  'On',
  'Weights',
  'Engine',
  'Context',
  'Keys, values',
  'Weights take',
  'Cache takes',
  'Together',
  'To spare',
  'Cache of one token',
  'Longest context',
  'Writing speed',
] as const

/** Headings of a comparison for programs, one setup a line. */
export const PLAIN_COLUMNS = [
  'Model',
  'On',
  'GPUs',
  'Weights',
  'Engine',
  'Sequences',
  'Context (tokens)',
  'Keys',
  'Values',
  'Weights (bytes)',
  'Cache (bytes)',
  'Together (bytes)',
  'To spare (bytes)',
  'Cache of one token (bytes)',
  'Longest context (tokens)',
  'Writing speed (tokens/s)',
  'Status',
] as const

/**
 * Computes one setup for the comparison.
 *
 * @throws RangeError as `calculate`.
 * @example compareSetup(state, data, 'iec').values.length //=> 12
 */
export function compareSetup(
  state: CalculatorState,
  data: CalculatorData,
  base: ByteBase,
): ComparedSetup {
  const found = calculate(state, data)
  const { memory, setup, decode } = found
  const size = (bytes: number) => sizeText(bytes, base)
  const many = state.sequences > 1 ? `${state.sequences} × ` : ''
  return {
    name: data.model.name,
    verdict: memory.verdict,
    values: [
      state.gpuCount > 1 ? `${state.gpuCount} × ${data.gpu.name}` : data.gpu.name,
      state.weightFormat,
      state.engine,
      `${many}${formatCount(setup.tokens)} tokens`,
      `${state.keyFormat}, ${state.valueFormat}`,
      size(found.weightBytes),
      size(found.cacheBytes),
      size(memory.total),
      memory.spare < 0 ? `${size(-memory.spare)} too much` : size(memory.spare),
      size(found.cacheBytesPerToken),
      `${formatCount(found.longestTokens)} tokens`,
      decode === null
        ? data.model.spec.kind === 'encoder'
          ? 'writes nothing'
          : 'not known'
        : `${formatNumber(decode.typical, { digits: decode.typical < 10 ? 1 : 0 })} tokens/s`,
    ],
    plain: plainValues(state, data, found),
  }
}

function plainValues(
  state: CalculatorState,
  data: CalculatorData,
  found: Calculation,
): readonly (string | number)[] {
  const { memory, setup, decode } = found
  return [
    data.gpu.name,
    state.gpuCount,
    state.weightFormat,
    state.engine,
    state.sequences,
    setup.tokens,
    state.keyFormat,
    state.valueFormat,
    Math.round(found.weightBytes),
    Math.round(found.cacheBytes),
    Math.round(memory.total),
    Math.round(memory.spare),
    Math.round(found.cacheBytesPerToken),
    found.longestTokens,
    decode === null ? '' : Math.round(decode.typical * 10) / 10,
    VERDICT_WORDS[memory.verdict],
  ]
}

/** The comparison as a reader takes it along: a setup a column; for programs a setup a line. */
export function exportedComparison(setups: readonly ComparedSetup[]): Table {
  return {
    caption: 'Setups compared',
    columns: ['', ...setups.map(({ name }) => name)],
    rows: [
      ...COMPARED_LINES.map((line, index) => [
        line,
        ...setups.map(({ values }) => values[index] ?? ''),
      ]),
      ['Verdict', ...setups.map(({ verdict }) => VERDICT_WORDS[verdict])],
    ],
    plain: {
      columns: PLAIN_COLUMNS,
      rows: setups.map(({ name, plain }) => [name, ...plain]),
    },
  }
}
