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
  readonly steps: readonly { readonly key: string; readonly text: string }[]
  /** Values by symbol, for the mathematics. */
  readonly texts: Readonly<Record<string, string>>
  readonly result: string
}

/**
 * Writes the numbers of a working: plain and whole where they go into mathematics, with units in
 * the steps of a trace.
 *
 * @example formatWorking({ kind: 'formula', formula: 'f', values: { layers: 32 }, result: 64 }, 'iec').texts
 * //=> { layers: '32' }
 */
export function formatWorking(working: Working, base: ByteBase): ShownWorking {
  if (working.kind === 'formula') {
    const entries = Object.entries(working.values)
    const texts = Object.fromEntries(entries.map(([name, value]) => [name, plain(value)]))
    return {
      formula: working.formula,
      title: working.formula,
      steps: entries.map(([key, value]) => ({ key, text: plain(value) })),
      texts,
      result: plain(working.result),
    }
  }
  const { title, certainty, source, steps } = working
  return {
    title,
    certainty,
    source,
    steps: steps.map(({ label, value, unit }) => ({
      key: label,
      text: withUnit(value, unit, base),
    })),
    texts: {},
    result: '',
  }
}

function plain(value: number): string {
  const magnitude = Math.abs(value)
  if (magnitude >= 1e15) return value.toExponential(3)
  if (Number.isInteger(value) || magnitude >= 1000) return formatNumber(value)
  if (magnitude < 0.001 && magnitude > 0) return value.toExponential(3)
  return formatNumber(value, { digits: magnitude < 10 ? 4 : 2 })
}

function withUnit(value: number, unit: string, base: ByteBase): string {
  if (unit === 'B') {
    const short = formatBytes(value, { base, digits: 2 })
    return Math.abs(value) < 1000 ? short : `${short} (${formatNumber(value)} B)`
  }
  return unit === '1'
    ? plain(value)
    : `${plain(value)} ${unit}${unit === 'token' && value !== 1 ? 's' : ''}`
}
