import { probabilitiesOf } from '../sampling/probabilities-of.ts'
import type { Candidates } from '../sampling/candidates.ts'
import { shareLabel } from './share-label.ts'

/** A token as a bar: what it has, whether it is still there, and what to print. */
export interface TokenBar {
  readonly name: string
  readonly probability: number
  readonly kept: boolean
  readonly label: string
}

/**
 * The candidates as bars in the order of their ids, so that a token keeps its place while a chain
 * works on it; one that was cut has a bar of nothing.
 * Units: probabilities.
 *
 * @example tokenBars(candidatesOf([0, 0]), ['A', 'B'])[0]
 * //=> { name: 'A', probability: 0.5, kept: true, label: '50 %' }
 */
export const tokenBars = (candidates: Candidates, names: readonly string[]): TokenBar[] => {
  const probabilities = probabilitiesOf(candidates)
  return names.map((name, id) => {
    const place = candidates.ids.indexOf(id)
    const probability = probabilities[place] ?? 0
    return {
      name,
      probability,
      kept: place >= 0,
      label: place >= 0 ? shareLabel(probability) : 'cut',
    }
  })
}
