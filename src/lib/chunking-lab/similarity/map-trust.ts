import { distancesOf, nearestTo } from '../../projection/distances.ts'
import { continuity, trustworthiness } from '../../projection/trustworthiness.ts'
import type { MapTrust } from './similarity-map.ts'

type Rows = readonly ArrayLike<number>[]

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
 * @example mapTrust(rows, rows)?.trustworthiness // 1
 */
export function mapTrust(high: Rows, low: Rows): MapTrust | null {
  const k = Math.min(MOST, Math.ceil(high.length / 2) - 1)
  if (k < FEWEST) return null
  return {
    k,
    trustworthiness: trustworthiness(high, low, k),
    continuity: continuity(high, low, k),
    kept: keptNeighbours(high, low, k),
    keptByChance: (k * k) / (high.length - 1),
  }
}

/**
 * Of the k nearest neighbours that a map shows, how many are among the k nearest of the full space:
 * the mean over all points.
 *
 * @example keptNeighbours([[0], [1], [5]], [[0], [1], [5]], 1) // 1
 */
export function keptNeighbours(high: Rows, low: Rows, k: number): number {
  const real = distancesOf(high)
  const shown = distancesOf(low)
  let common = 0
  for (let point = 0; point < high.length; point++) {
    const near = new Set(nearestTo(real, point, k))
    common += nearestTo(shown, point, k).filter((other) => near.has(other)).length
  }
  return high.length === 0 ? 0 : common / high.length
}
