import { binomialAtMost } from './binomial.ts'
import { checkCounts } from './check-counts.ts'

/**
 * The Clopper-Pearson interval of a share: every share under which so many successes are not too
 * unlikely in either tail. It never misses more often than promised, and is wider than Wilson's.
 *
 * Formula: the shares at which each tail's probability is `(1 - confidence) / 2`, by halving.
 * Units: shares of 1. Source: `statsmodels-proportion`.
 *
 * @throws RangeError when the counts are none, there are no trials, or the confidence is not between
 * 0 and 1
 * @example clopperPearson({ successes: 0, trials: 10 }) // { low: 0, high: 0.3084971078187…}
 */
export function clopperPearson({
  successes,
  trials,
  confidence = 0.95,
}: {
  readonly successes: number
  readonly trials: number
  readonly confidence?: number
}): { readonly low: number; readonly high: number } {
  checkCounts(successes, trials)
  if (trials === 0) throw new RangeError('There are no trials; an interval needs at least one.')
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`The confidence is ${confidence}; it must lie between 0 and 1.`)
  }
  const tail = (1 - confidence) / 2
  return {
    low: 1 - upper(trials - successes, trials, tail),
    high: upper(successes, trials, tail),
  }
}

/** The share at which so few successes are as unlikely as the tail. */
function upper(successes: number, trials: number, tail: number): number {
  if (successes === trials) return 1
  let low = successes / trials
  let high = 1
  for (let halving = 0; halving < 60; halving++) {
    const middle = (low + high) / 2
    if (binomialAtMost(successes, trials, middle) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}
