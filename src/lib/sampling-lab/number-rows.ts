import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { Certainty, Working } from '../formula/formula.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import type { Pick } from './pick-token.ts'
import type { SamplingResult } from './sampling-result.ts'
import { stepNames } from './step-names.ts'
import { labelOf } from './label-of.ts'

/** One number as the lab lists it: its name, its text, how sure it is and how it came about. */
export interface NumberRow {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note: string
  readonly certainty: Certainty
  readonly workings: readonly Working[]
}

/**
 * The numbers behind the picture, each with its working.
 *
 * @example numberRows({ distribution, result, pick })[0]?.label // 'Kept tokens'
 */
export function numberRows(shown: {
  readonly distribution: Distribution
  readonly result: SamplingResult
  readonly pick: Pick
}): readonly NumberRow[] {
  const { distribution, result, pick } = shown
  const { certainty } = result
  const counts = trace('Tokens that each step leaves', certainty, 'holtzman-2019', [
    { label: 'vocabulary', value: distribution.start.ids.length, unit: 'token' },
    ...result.chain.stages.map(({ step, keptCount }, index) => ({
      label: `${index + 1}. after ${stepNames[step.name]}`,
      value: keptCount,
      unit: 'token',
    })),
  ])
  const masses = trace(
    'Share that each step keeps of what reached it',
    certainty,
    'holtzman-2019',
    [
      ...result.chain.stages.map(({ step, keptMass }, index) => ({
        label: `${index + 1}. ${stepNames[step.name]}`,
        value: keptMass,
        unit: '1',
      })),
      { label: 'of the model’s own distribution', value: result.keptMass, unit: '1' },
    ],
  )
  return [
    row('kept', 'Kept tokens', formatCount(result.keptCount), counts, certainty, 'may be drawn'),
    row(
      'mass',
      'Kept mass',
      formatShare(result.keptMass),
      masses,
      certainty,
      'of the model’s own probability',
    ),
    entropyRow(
      'entropy-before',
      'Entropy of the model',
      result.entropyBefore,
      distribution,
      'exact',
    ),
    entropyRow('entropy-after', 'Entropy after the chain', result.entropyAfter, null, certainty),
    effectiveRow(
      'effective-before',
      'Effective vocabulary of the model',
      result.entropyBefore,
      result.effectiveBefore,
      'exact',
    ),
    effectiveRow(
      'effective-after',
      'Effective vocabulary after the chain',
      result.entropyAfter,
      result.effectiveAfter,
      certainty,
    ),
    pickRow(distribution, pick, certainty),
    probabilityRow(distribution),
  ].map((each) =>
    leansOnRest(distribution, result, each.id) ? { ...each, certainty: 'assumed' } : each,
  )
}

/** An entropy that counts the rest of a recorded run depends on how that rest is spread. */
const leansOnRest = (
  { known, start }: Distribution,
  { keptCount }: SamplingResult,
  id: string,
): boolean =>
  known < start.ids.length &&
  (id.endsWith('-before') || (id.endsWith('-after') && keptCount > known))

const row = (
  id: string,
  label: string,
  value: string,
  working: Working,
  certainty: Certainty,
  note: string,
): NumberRow => ({ id, label, value, note, certainty, workings: [working] })

const trace = (
  title: string,
  certainty: Certainty,
  source: string,
  steps: (Working & { kind: 'trace' })['steps'],
): Working => ({ kind: 'trace', title, certainty, source, steps })

function entropyRow(
  id: string,
  label: string,
  entropy: number,
  model: Distribution | null,
  certainty: Certainty,
): NumberRow {
  const p = model === null ? 0 : 1 / model.start.total
  const first: Working = {
    kind: 'formula',
    formula: 'entropy-term',
    values: { probability: p },
    result: p > 0 ? -p * Math.log(p) : 0,
  }
  const sum = trace('Sum over all tokens', certainty, 'typical-2022', [
    ...(model === null
      ? []
      : [{ label: 'of the most probable token', value: first.result, unit: '1' }]),
    { label: 'of all, in nats', value: entropy, unit: '1' },
    { label: 'in bits', value: entropy / Math.LN2, unit: '1' },
  ])
  return {
    id,
    label,
    value: `${formatNumber(entropy, { digits: 3 })} nats`,
    note: `${formatNumber(entropy / Math.LN2, { digits: 2 })} bits: the surprise to expect`,
    certainty,
    workings: model === null ? [sum] : [first, sum],
  }
}

function effectiveRow(
  id: string,
  label: string,
  entropy: number,
  effective: number,
  certainty: Certainty,
): NumberRow {
  const working: Working = {
    kind: 'formula',
    formula: 'effective-vocabulary',
    values: { entropy },
    result: effective,
  }
  const note = 'perplexity of this one place: equal tokens with the same entropy'
  return row(
    id,
    label,
    `${formatNumber(effective, { digits: effective < 100 ? 2 : 0 })} tokens`,
    working,
    certainty,
    note,
  )
}

function pickRow(distribution: Distribution, pick: Pick, certainty: Certainty): NumberRow {
  const working = trace(
    'The seed’s number falls into one token’s stretch',
    certainty,
    'mersenne-twister-2002',
    [
      { label: 'random number', value: pick.random, unit: '1' },
      { label: 'stretch begins at', value: pick.from, unit: '1' },
      { label: 'stretch ends at', value: pick.to, unit: '1' },
    ],
  )
  const label = labelOf(distribution, pick.id)
  const note = `with ${formatShare(pick.probability)}; perplexity of this pick ${formatNumber(1 / pick.probability, { digits: pick.probability > 0.01 ? 2 : 0 })}`
  return row('pick', 'Token drawn with this seed', label, working, certainty, note)
}

function probabilityRow(distribution: Distribution): NumberRow {
  const { start } = distribution
  const logit = start.logits[0] ?? 0
  const sum = logit + Math.log(start.total)
  const id = start.ids[0] ?? 0
  const label = labelOf(distribution, id)
  const working: Working = {
    kind: 'formula',
    formula: 'token-probability',
    values: { logit, logSumExp: sum, temperature: 1 },
    result: 1 / start.total,
  }
  const note = 'the model’s own, from its logit'
  return row(
    'probability',
    `Probability of ${label}`,
    formatShare(1 / start.total),
    working,
    'exact',
    note,
  )
}
