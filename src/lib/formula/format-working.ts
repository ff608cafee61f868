import { formatBytes } from '../format/format-bytes.ts'
import { formatNumber } from '../format/format-number.ts'
import type { ByteBase } from '../units/units.ts'
import type { Certainty, Working } from './formula.ts'

/** A working as texts: what the panel prints. */
export interface ShownWorking {
  /** Id of the formula, for a closed formula. */
  readonly formula?: string
  readonly title: string
  readonly certainty?: Certainty
  readonly source?: string
  readonly steps: readonly { readonly key: string; readonly value: number; readonly unit: string }[]
  /** Values by symbol, for the mathematics. */
  readonly texts: Readonly<Record<string, string>>
  /** The result of a formula; null for a trace, whose steps hold it. */
  readonly result: number | null
}

/**
 * Writes the numbers of a working: plain and whole where they go into mathematics, with units in
 * the steps of a trace.
 *
 * @example formatWorking({ kind: 'formula', formula: 'f', values: { layers: 32 }, result: 64 }).texts
 * //=> { layers: '32' }
 */
export function formatWorking(working: Working): ShownWorking {
  if (working.kind === 'formula') {
    const entries = Object.entries(working.values)
    const texts = Object.fromEntries(entries.map(([name, value]) => [name, plain(value)]))
    return {
      formula: working.formula,
      title: working.formula,
      steps: entries.map(([key, value]) => ({ key, value, unit: '1' })),
      texts,
      result: working.result,
    }
  }
  const { title, certainty, source, steps } = working
  return {
    title,
    certainty,
    source,
    steps: steps.map(({ label, value, unit }) => ({ key: label, value, unit })),
    texts: {},
    result: null,
  }
}

function plain(value: number): string {
  const magnitude = Math.abs(value)
  if (magnitude >= 1e15) return value.toExponential(3)
  if (Number.isInteger(value) || magnitude >= 1000) return formatNumber(value)
  if (magnitude < 0.001 && magnitude > 0) return value.toExponential(3)
  return formatNumber(value, { digits: magnitude < 10 ? 4 : 2 })
}

/**
 * Writes a value with its unit: bytes in the base that the page uses and exactly, rates a second.
 *
 * @example formatWithUnit(196608, 'B', 'iec') //=> '192 KiB (196,608 B)'
 */
export function formatWithUnit(value: number, unit: string, base: ByteBase): string {
  if (unit === 'B' || unit === 'B/s') {
    const each = unit === 'B' ? '' : '/s'
    const short = formatBytes(value, { base, digits: 2 })
    const exact = Math.abs(value) >= 1000 && unit === 'B' ? ` (${plain(value)} B)` : ''
    return `${short}${each}${exact}`
  }
  if (unit === '1') return plain(value)
  if (unit === '1/s') return `${plain(value)} a second`
  return `${plain(value)} ${unit}${unit === 'token' && value !== 1 ? 's' : ''}`
}
