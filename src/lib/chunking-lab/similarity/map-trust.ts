import { nearestTo, type Distances } from '../../projection/distances.ts'
import { neighbourTrust } from '../../projection/trustworthiness.ts'
import type { MapTrust } from './similarity-map.ts'

const FEWEST = 5
const MOST = 10

/**
 * Measures how far a map may be trusted, over 5 to 10 neighbours of each point: 10 where there are
 * more than 20 points, below half of the points otherwise. Null for fewer than 11 points.
 *
 * Formula: `trustworthiness`, and the mean share of common neighbours.
 * Source: `sklearn-trustworthiness`.
 *
 * @throws RangeError when map and rows have not the same number of points
 * @example mapTrust(distancesOf(rows), distancesOf(rows))?.trustworthiness // 1
 */
export function mapTrust(high: Distances, low: Distances): MapTrust | null {
  const k = Math.min(MOST, Math.ceil(high.points / 2) - 1)
  if (k < FEWEST) return null
  return {
    k,
    trustworthiness: neighbourTrust(high, low, k),
    continuity: neighbourTrust(low, high, k),
    kept: keptNeighbours(high, low, k),
    keptByChance: (k * k) / (high.points - 1),
  }
}

/**
 * Of the k nearest neighbours that a map shows, how many are among the k nearest of the full space:
 * the mean over all points.
 *
 * @example keptNeighbours(distancesOf([[0], [1], [5]]), distancesOf([[0], [1], [5]]), 1) // 1
 */
export function keptNeighbours(high: Distances, low: Distances, k: number): number {
  let common = 0
  for (let point = 0; point < high.points; point++) {
    const near = new Set(nearestTo(high, point, k))
    common += nearestTo(low, point, k).filter((other) => near.has(other)).length
  }
  return high.points === 0 ? 0 : common / high.points
}
