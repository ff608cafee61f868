/**
 * For every row the ranks of all others by nearness: 1 for the nearest, 0 for the row itself. Of
 * others that are as near, the earlier comes first.
 *
 * Units: ranks; Euclidean distance.
 *
 * @throws RangeError when the rows do not have the same length or a number is not finite
 * @example neighbourRanks([[0], [1], [3]])[0] // Int32Array [0, 1, 2]
 */
export function neighbourRanks(rows: readonly ArrayLike<number>[]): readonly Int32Array[] {
  const columns = rows[0]?.length ?? 0
  if (rows.some(({ length }) => length !== columns)) {
    throw new RangeError('The rows do not have the same length.')
  }
  const table = rows.map((row) => Float64Array.from(row))
  return table.map((row, own) => {
    const distances = table.map((other) => squaredDistance(row, other))
    if (!distances.every(Number.isFinite)) {
      throw new RangeError('A row holds a number that is not finite.')
    }
    const order = Int32Array.from(distances.keys())
      .filter((place) => place !== own)
      .sort((one, other) => (distances[one] ?? 0) - (distances[other] ?? 0))
    const ranks = new Int32Array(rows.length)
    for (let at = 0; at < order.length; at++) ranks[order[at] ?? 0] = at + 1
    return ranks
  })
}

function squaredDistance(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) {
    const away = (one[place] ?? 0) - (other[place] ?? 0)
    sum += away * away
  }
  return sum
}
