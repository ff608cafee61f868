import { formatNumber } from '../format/format-number.ts'
import type { Certainty, Working } from '../formula/formula.ts'
import { entropyTermFormula } from '../sampling/entropy-term.formula.ts'
import type { Distribution } from './distribution.ts'
import type { NumberRow } from './number-row.ts'
import { trace } from './number-row.ts'
import type { SamplingResult } from './sampling-result.ts'

/**
 * Entropy and effective vocabulary, of the model and after the chain. What counts the rest of a
 * recorded run leans on how that rest is spread, and is called assumed.
 *
 * Units: nats, bits, tokens.
 *
 * @example entropyRows(distribution, result)[0]?.value // '2.48 nats'
 */
export function entropyRows(
  { start, known }: Distribution,
  result: SamplingResult,
): readonly NumberRow[] {
  const { entropyBefore, entropyAfter, effectiveBefore, effectiveAfter, keptCount } = result
  const before: Certainty = known < start.ids.length ? 'assumed' : 'exact'
  const after: Certainty =
    known < start.ids.length && keptCount > known ? 'assumed' : result.certainty
  return [
    entropyRow({
      id: 'entropy-before',
      label: 'Entropy of the model',
      entropy: entropyBefore,
      certainty: before,
      first: 1 / start.total,
    }),
    entropyRow({
      id: 'entropy-after',
      label: 'Entropy after the chain',
      entropy: entropyAfter,
      certainty: after,
      first: result.chain.probabilities[0] ?? 1,
    }),
    effectiveRow({
      id: 'effective-before',
      label: 'Effective vocabulary of the model',
      entropy: entropyBefore,
      effective: effectiveBefore,
      certainty: before,
    }),
    effectiveRow({
      id: 'effective-after',
      label: 'Effective vocabulary after the chain',
      entropy: entropyAfter,
      effective: effectiveAfter,
      certainty: after,
    }),
  ]
}

interface Row {
  readonly id: string
  readonly label: string
  readonly entropy: number
  readonly certainty: Certainty
}

function entropyRow(row: Row & { readonly first: number }): NumberRow {
  const { id, label, entropy, certainty, first } = row
  const values = { probability: first }
  const result = entropyTermFormula.evaluate(values)
  const term: Working = { kind: 'formula', formula: 'entropy-term', values, result }
  const sum = trace({
    title: 'Sum over all tokens',
    certainty,
    source: 'typical-2022',
    steps: [
      { label: 'of the most probable token', value: result, unit: '1' },
      { label: 'of all, in nats', value: entropy, unit: '1' },
      { label: 'in bits', value: entropy / Math.LN2, unit: '1' },
    ],
  })
  return {
    id,
    label,
    value: `${formatNumber(entropy, { digits: 3 })} nats`,
    note: `${formatNumber(entropy / Math.LN2, { digits: 2 })} bits: the surprise to expect`,
    certainty,
    workings: [term, sum],
  }
}

function effectiveRow(row: Row & { readonly effective: number }): NumberRow {
  const { id, label, entropy, effective, certainty } = row
  const shown = formatNumber(effective, { digits: effective < 100 ? 2 : 0 })
  return {
    id,
    label,
    value: `${shown} ${shown === '1' ? 'token' : 'tokens'}`,
    note: 'perplexity of this one place: equal tokens with the same entropy',
    certainty,
    workings: [
      { kind: 'formula', formula: 'effective-vocabulary', values: { entropy }, result: effective },
    ],
  }
}
