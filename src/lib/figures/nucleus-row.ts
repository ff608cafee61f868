import { formatCount } from '../format/format-count.ts'
import { formatPercent } from '../format/format-percent.ts'
import type { RunFile } from '../sampling-lab/run-file.ts'
import { recordedShare } from './recorded-share.ts'
import { tokenLabel } from '../sampling-lab/token-label.ts'

export interface NucleusRow {
  readonly text: string
  readonly first: string
  readonly firstShare: string
  /** Tokens that top-p keeps, for each p; 'more than 2,000' where it needs others than recorded. */
  readonly kept: readonly string[]
  /** What the k most probable tokens hold together. */
  readonly massOfK: string
}

/**
 * What top-p and top-k make of a recorded run at temperature 1.
 * Units: tokens and shares of the probability.
 *
 * @example nucleusRow(run, { ps: [0.9], k: 40 }).kept //=> ['3']
 */
export function nucleusRow(
  run: RunFile,
  { ps, k }: { readonly ps: readonly number[]; readonly k: number },
): NucleusRow {
  const shares = probabilities(run)
  const massOfK = shares.slice(0, k).reduce((sum, share) => sum + share, 0)
  return {
    text: run.prompt.text,
    first: tokenLabel({ text: run.texts[0] ?? '' }),
    firstShare: formatPercent(shares[0] ?? 0, { digits: 1 }),
    kept: ps.map((p) => nucleusCount(shares, p)),
    massOfK: formatPercent(massOfK, { digits: 1 }),
  }
}

/** Of the recorded tokens, most probable first. */
function probabilities(run: RunFile): number[] {
  const largest = run.top[0]?.[1] ?? 0
  const first = recordedShare(run, { token: run.texts[0] ?? '', temperature: 1 })
  return run.top.map(([, logit]) => first * Math.exp(logit - largest))
}

function nucleusCount(shares: readonly number[], p: number): string {
  let mass = 0
  const place = shares.findIndex((share) => (mass += share) >= p)
  return place < 0 ? `more than ${formatCount(shares.length)}` : formatCount(place + 1)
}
