import type { Table } from '../export/table.ts'
import { countOf } from '../format/count-of.ts'
import { formatCount } from '../format/format-count.ts'
import { formatPercent } from '../format/format-percent.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'
import type { Distribution } from './distribution.ts'
import { formatShare } from './format-share.ts'
import { handDistribution } from './hand-distribution.ts'
import { readHand } from './read-hand.ts'

/** The claim beside the truth, for the distribution on the sheet. */
export interface ClaimCheck {
  readonly claim: string
  readonly truth: string
  readonly table: Table
}

/** The value that the claim speaks of; the lab lets the reader try it at others. */
const QUOTED_P = 0.7

const cases = [
  ['one token nearly sure', '.85, .05, .04, .03, .03'],
  ['falling', '.4, .3, .2, .1'],
  ['ten equal tokens', Array.from({ length: 10 }, () => '.1').join(', ')],
] as const

/**
 * Checks "P = 0.7 means that the first 30 % are circled" on a distribution: how many tokens the
 * definition keeps, and what the first 1 - p of the list would be.
 *
 * Units: p is a share of the probability mass.
 *
 * @throws RangeError when p is outside 0 to 1
 * @example claimWords(handDistribution(tenEqual), 0.7).truth // 'Top-p 0.7 keeps 7 of 10 tokens …'
 */
export function claimWords(distribution: Distribution, p: number): ClaimCheck {
  const rest = formatPercent(1 - p)
  const { kept, mass } = nucleus(distribution, p)
  const { vocabulary } = distribution
  const first = Math.max(1, Math.round((1 - p) * vocabulary))
  const others = cases.map(([name, text]) => {
    const read = readHand(text, 'probabilities')
    if ('problem' in read) throw new RangeError(read.problem)
    return rowOf(name, handDistribution(read), p)
  })
  return {
    claim: 'P = 0.7 means that the first 30 % in the box are circled.',
    truth:
      (p === QUOTED_P ? '' : `By that rule P = ${p} would circle the first ${rest}. `) +
      `Top-p ${p} keeps ${countOf(kept, 'token')} of ${formatCount(vocabulary)}: the fewest whose probabilities reach ${formatPercent(p)} together; here ${kept === 1 ? 'it holds' : 'they hold'} ${formatShare(mass)}. ` +
      `The first ${rest} of the list would be ${countOf(first, 'token')} with ${massOfFirst(distribution, first)}. ` +
      `P counts probability, not places in a list, and it says what stays, not what goes.`,
    table: {
      caption: `What p = ${p} keeps`,
      columns: ['distribution', 'tokens', 'kept', 'share of the list', 'mass kept'],
      rows: [rowOf('this one', distribution, p), ...others],
    },
  }
}

function nucleus({ start }: Distribution, p: number): { kept: number; mass: number } {
  const { stages } = samplerChain(start, [{ name: 'top_p', p }])
  const [stage] = stages
  return { kept: stage?.keptCount ?? 0, mass: stage?.keptMass ?? 1 }
}

function rowOf(name: string, distribution: Distribution, p: number): readonly (string | number)[] {
  const { kept, mass } = nucleus(distribution, p)
  const { vocabulary } = distribution
  return [
    name,
    formatCount(vocabulary),
    formatCount(kept),
    formatShare(kept / vocabulary),
    formatShare(mass),
  ]
}

function massOfFirst({ start, known }: Distribution, count: number): string {
  if (count > known) {
    const held = massOf(start, known)
    return `at least ${formatShare(held)} of the probability`
  }
  return `${formatShare(massOf(start, count))} of the probability`
}

function massOf({ weights, total }: Distribution['start'], count: number): number {
  let mass = 0
  for (let place = 0; place < count; place++) mass += weights[place] ?? 0
  return Math.min(1, mass / total)
}
