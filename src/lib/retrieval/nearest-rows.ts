/** Flat tables of rows of one length; `count` is above 0. */
export interface NearestRequest {
  readonly queryRows: Float32Array
  readonly queryCount: number
  readonly rows: Float32Array
  readonly count: number
  readonly dimensions: number
}

/** For each query row: the place of the row with the largest dot product, and that product. */
export interface NearestRows {
  readonly places: Int32Array
  readonly products: Float64Array
}

/**
 * For each of many query rows the row with the largest dot product, the first of equal ones: the
 * inner loop of late interaction. Two query rows meet four rows at a time, so that six numbers are
 * read for eight products and eight sums run side by side. Where no four are left, the last row is
 * taken again, which changes no maximum.
 *
 * Formula: `max over rows of query . row`. Units: none. Source: `colbert-2020`.
 *
 * @example nearestRows({ queryRows: Float32Array.of(1, 0), queryCount: 1, rows: Float32Array.of(0, 1, 1, 0), count: 2, dimensions: 2 }).places[0] // 1
 */
export function nearestRows(request: NearestRequest): NearestRows {
  const { queryRows, queryCount, rows, count, dimensions } = request
  const places = new Int32Array(queryCount)
  const products = new Float64Array(queryCount).fill(-Infinity)
  const keep = (token: number, place: number, product: number): void => {
    if (product > (products[token] ?? Infinity)) {
      products[token] = product
      places[token] = place
    }
  }
  for (let token = 0; token < queryCount; token += 2) {
    const other = Math.min(token + 1, queryCount - 1)
    const here = token * dimensions
    const there = other * dimensions
    for (let row = 0; row < count; row += 4) {
      const row2 = Math.min(row + 1, count - 1)
      const row3 = Math.min(row + 2, count - 1)
      const row4 = Math.min(row + 3, count - 1)
      const at1 = row * dimensions
      const at2 = row2 * dimensions
      const at3 = row3 * dimensions
      const at4 = row4 * dimensions
      let a1 = 0
      let a2 = 0
      let a3 = 0
      let a4 = 0
      let b1 = 0
      let b2 = 0
      let b3 = 0
      let b4 = 0
      for (let at = 0; at < dimensions; at++) {
        const a = queryRows[here + at] ?? 0
        const b = queryRows[there + at] ?? 0
        const value1 = rows[at1 + at] ?? 0
        const value2 = rows[at2 + at] ?? 0
        const value3 = rows[at3 + at] ?? 0
        const value4 = rows[at4 + at] ?? 0
        a1 += a * value1
        a2 += a * value2
        a3 += a * value3
        a4 += a * value4
        b1 += b * value1
        b2 += b * value2
        b3 += b * value3
        b4 += b * value4
      }
      keep(token, row, a1)
      keep(token, row2, a2)
      keep(token, row3, a3)
      keep(token, row4, a4)
      keep(other, row, b1)
      keep(other, row2, b2)
      keep(other, row3, b3)
      keep(other, row4, b4)
    }
  }
  return { places, products }
}
