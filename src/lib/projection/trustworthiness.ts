import { distancesOf, nearestTo, rankAmong, type Distances } from './distances.ts'
import { trustFormula } from './trust.formula.ts'

type Rows = readonly ArrayLike<number>[]

/**
 * Trustworthiness of a map (Venna and Kaski): whether the k nearest neighbours that a picture shows
 * are neighbours in the full space. 1: all are. Lower: the picture puts strangers side by side.
 *
 * Formula: `trustworthiness`. Units: share of 1. Source: `sklearn-trustworthiness`.
 *
 * @throws RangeError when map and rows have not the same number of points, or k is no whole number
 * from 1 to below half of the points
 * @example trustworthiness([[0], [1], [5], [6]], [[0], [1], [5], [6]], 1) // 1
 */
export function trustworthiness(high: Rows, low: Rows, k: number): number {
  return neighbourTrust(distancesOf(high), distancesOf(low), k)
}

/**
 * Continuity of a map: whether the k nearest neighbours of the full space are still neighbours in
 * the picture. Lower: the picture tears neighbours apart.
 *
 * Formula: `trustworthiness` with map and full space in each other's place. Units: share of 1.
 * Source: `sklearn-trustworthiness`.
 *
 * @throws RangeError as `trustworthiness`
 * @example continuity([[0], [1], [5], [6]], [[0], [1], [5], [6]], 1) // 1
 */
export function continuity(high: Rows, low: Rows, k: number): number {
  return neighbourTrust(distancesOf(low), distancesOf(high), k)
}

/**
 * Whether the k nearest neighbours of each point in `shown` are neighbours in `real`; for callers who
 * know the distances already.
 *
 * Formula: `trustworthiness`. Units: share of 1. Source: `sklearn-trustworthiness`.
 *
 * @throws RangeError as `trustworthiness`
 * @example neighbourTrust(distancesOf(rows), distancesOf(rows), 1) // 1
 */
export function neighbourTrust(real: Distances, shown: Distances, k: number): number {
  const { points } = real
  if (shown.points !== points) {
    throw new RangeError(`There are ${points} rows and ${shown.points} points of the map.`)
  }
  if (!Number.isInteger(k) || k < 1 || k >= points / 2) {
    throw new RangeError(
      `k is ${k}; it must be a whole number from 1 to below half of the ${points} points.`,
    )
  }
  let excess = 0
  for (let place = 0; place < points; place++) {
    for (const neighbour of nearestTo(shown, place, k)) {
      excess += Math.max(0, rankAmong(real, place, neighbour) - k)
    }
  }
  return trustFormula.evaluate({ points, k, excess })
}
