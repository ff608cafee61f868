import { pairedInterval } from '../statistics/paired-interval.ts'
import { METRICS, scoreOf } from './mean-scores.ts'
import type { PairedDifference } from './pipeline-evaluation.ts'
import type { StageScores } from './pipeline-trace.ts'
import { differenceWords } from './difference-words.ts'
import { meanOf } from '../statistics/mean-of.ts'

/** Enough for two decimals, and quick enough for a control that is dragged. */
const RESAMPLES = 2000

/** The same question under two settings. */
export interface ScorePair {
  readonly before: StageScores
  readonly after: StageScores
}

/**
 * What a change did to each metric, judged on the same questions: the mean difference with its paired
 * bootstrap interval, how many questions got better or worse, and a sentence. Pairs in which a side
 * has no evidence to measure by are left out; without pairs there is nothing to say.
 *
 * Source: `ir-intervals-2014`.
 *
 * @example pairedDifferences([{ before, after }])[0].verdict
 */
export function pairedDifferences(pairs: readonly ScorePair[]): readonly PairedDifference[] {
  const judged = pairs.filter(
    ({ before, after }) => before.recall !== null && after.recall !== null,
  )
  if (judged.length === 0) return []
  return METRICS.map((name) => {
    const values = (side: keyof ScorePair): readonly number[] =>
      judged.map((pair) => scoreOf(pair[side], name) ?? 0)
    const before = values('before')
    const after = values('after')
    const interval = pairedInterval({ before, after, resamples: RESAMPLES })
    const meanBefore = meanOf(before)
    const { mean: difference, low, high, better: up, worse: down, same } = interval
    // More tokens are dearer: here less is better.
    const fewer = name === 'tokens'
    const found = {
      name,
      before: meanBefore,
      after: meanBefore + difference,
      difference,
      low,
      high,
      better: fewer ? down : up,
      worse: fewer ? up : down,
      same,
    }
    return { ...found, verdict: differenceWords(found) }
  })
}
