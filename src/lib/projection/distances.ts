/** Squared distances between all rows, row after row. */
export interface Distances {
  readonly points: number
  readonly squared: Float64Array
}

/**
 * Squared Euclidean distances between all rows.
 *
 * Units: the square of those of the rows.
 *
 * @throws RangeError when the rows do not have the same length or a number is not finite
 * @example distancesOf([[0], [3]]).squared // Float64Array [0, 9, 9, 0]
 */
export function distancesOf(rows: readonly ArrayLike<number>[]): Distances {
  const columns = rows[0]?.length ?? 0
  if (rows.some(({ length }) => length !== columns)) {
    throw new RangeError('The rows do not have the same length.')
  }
  const table = rows.map((row) => Float64Array.from(row))
  const points = rows.length
  const squared = new Float64Array(points * points)
  for (const [place, row] of table.entries()) {
    for (const [later, other] of table.slice(place + 1).entries()) {
      const distance = squaredDistance(row, other)
      if (!Number.isFinite(distance)) {
        throw new RangeError('A row holds a number that is not finite.')
      }
      const at = place + 1 + later
      squared[place * points + at] = distance
      squared[at * points + place] = distance
    }
  }
  return { points, squared }
}

/**
 * Rank of a point among the neighbours of another: 1 for the nearest. Of points that are as near,
 * the earlier comes first.
 *
 * @example rankAmong(distancesOf([[0], [3], [1]]), 0, 1) // 2
 */
export function rankAmong({ points, squared }: Distances, of: number, other: number): number {
  const start = of * points
  const distance = squared[start + other] ?? 0
  let rank = 1
  for (let place = 0; place < points; place++) {
    if (place === of || place === other) continue
    const each = squared[start + place] ?? 0
    if (each < distance || (each === distance && place < other)) rank += 1
  }
  return rank
}

/**
 * The k nearest neighbours of a point, nearest first.
 *
 * @example nearestTo(distancesOf([[0], [3], [1]]), 0, 1) // [2]
 */
export function nearestTo({ points, squared }: Distances, of: number, k: number): readonly number[] {
  const start = of * points
  const away = (place: number): number => squared[start + place] ?? 0
  const nearest: number[] = []
  for (let place = 0; place < points; place++) {
    if (place === of) continue
    const farthest = nearest.at(-1)
    if (nearest.length === k && farthest !== undefined && away(place) >= away(farthest)) continue
    const at = nearest.findIndex((other) => away(place) < away(other))
    nearest.splice(at === -1 ? nearest.length : at, 0, place)
    if (nearest.length > k) nearest.pop()
  }
  return nearest
}

function squaredDistance(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) {
    const away = (one[place] ?? 0) - (other[place] ?? 0)
    sum += away * away
  }
  return sum
}
