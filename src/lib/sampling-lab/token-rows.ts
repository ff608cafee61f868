import { formatNumber } from '../format/format-number.ts'
import type { Certainty } from '../formula/formula.ts'
import { tokenProbabilityFormula } from '../sampling/token-probability.formula.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import { labelOf } from './label-of.ts'
import type { NumberRow } from './number-row.ts'
import { trace } from './number-row.ts'
import type { Pick } from './pick-token.ts'

/**
 * The token that the seed draws, with the number that chose it.
 *
 * @example pickRow(distribution, pick, 'exact').value // '␣Canberra'
 */
export function pickRow(distribution: Distribution, pick: Pick, certainty: Certainty): NumberRow {
  const { probability, random, from, to } = pick
  const perplexity = formatNumber(1 / probability, { digits: probability > 0.01 ? 2 : 0 })
  return {
    id: 'pick',
    label: 'Token drawn with this seed',
    value: labelOf(distribution, pick.id),
    note: `with ${formatShare(probability)}; perplexity of this pick ${perplexity}`,
    certainty,
    workings: [
      trace({
        title: 'The seed’s number falls into one token’s stretch of the running sum',
        certainty,
        source: 'mersenne-twister-2002',
        steps: [
          { label: 'random number', value: random, unit: '1' },
          { label: 'stretch begins at', value: from, unit: '1' },
          { label: 'stretch ends at', value: to, unit: '1' },
        ],
      }),
    ],
  }
}

/**
 * The model's own probability of its most probable token, from logit and log-sum-exp.
 *
 * @example probabilityRow(distribution).value // '36.2 %'
 */
export function probabilityRow(distribution: Distribution): NumberRow {
  const { start } = distribution
  const logit = start.logits[0] ?? 0
  const values = { logit, logSumExp: logit + Math.log(start.total), temperature: 1 }
  const result = tokenProbabilityFormula.evaluate(values)
  return {
    id: 'probability',
    label: `Probability of ${labelOf(distribution, start.ids[0] ?? 0)}`,
    value: formatShare(result),
    note: 'the model’s own, from its logit',
    certainty: 'exact',
    workings: [{ kind: 'formula', formula: 'token-probability', values, result }],
  }
}
