import type { LabState } from './lab-state.ts'
import type { SamplingResult } from './sampling-result.ts'

/** One engine of the two. */
export interface EngineSide {
  readonly name: string
  /** Its name with what tells it from the other. */
  readonly heading: string
  /** Its chain in words: "top-k 40, then top-p 0.95". */
  readonly chain: string
  readonly state: LabState
  readonly result: SamplingResult | null
  /** Why it gives nothing, or ''. */
  readonly problem: string
  readonly notes: readonly string[]
}

export type EngineSides = readonly [EngineSide, EngineSide]

export interface EngineComparison {
  readonly sides: EngineSides
  /** What differs, one sentence each; never empty. */
  readonly differences: readonly string[]
}
