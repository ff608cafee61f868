import { labSchema } from './lab-state.ts'
import type { LabState } from './lab-state.ts'
import { presetState } from '../state/preset-hash.ts'
import { handDistribution } from './hand-distribution.ts'
import type { Distribution } from './distribution.ts'
import { readHand } from './read-hand.ts'

/** For tests: the lab as it opens, with a few fields changed. */
export const stateWith = (change: Partial<LabState> = {}): LabState => ({
  ...presetState({ schema: labSchema, preset: { id: 'test', title: '', state: {} } }),
  ...change,
})

/** For tests: a case on paper. */
export function paper(
  text: string,
  as: 'logits' | 'probabilities' = 'probabilities',
): Distribution {
  const read = readHand(text, as)
  if ('problem' in read) throw new Error(read.problem)
  return handDistribution(read)
}
