import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import type { LabState } from '../../../lib/sampling-lab/lab-state.ts'
import { samplingResult } from '../../../lib/sampling-lab/sampling-result.ts'
import type { SamplingResult } from '../../../lib/sampling-lab/sampling-result.ts'

/** What a chain made of a distribution, and why it did not when it was refused. */
export interface Outcome {
  readonly result: SamplingResult
  /** One sentence, or ''. */
  readonly problem: string
}

/**
 * Runs chains. One that is refused leaves the last result of the same distribution; where there is
 * none, the distribution as the model gave it.
 */
export function lastingOutcome(): (state: LabState, distribution: Distribution) => Outcome {
  let last: SamplingResult | null = null
  return (state, distribution) => {
    try {
      last = samplingResult(state, distribution)
      return { result: last, problem: '' }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      if (last?.chain.start !== distribution.start)
        last = samplingResult({ ...state, on: [] }, distribution)
      return { result: last, problem: error.message }
    }
  }
}
