import { dotProduct } from '../retrieval/dot-product.ts'

/**
 * Makes directions of length 1 at right angles to each other. Where one is missing (empty, or a mere
 * rounding error beside those before it), the first axis of the space that still has a part at right
 * angles takes its place: any such direction is as good, since nothing spreads along it.
 *
 * Formula: Gram-Schmidt, done twice. Units: none.
 *
 * @example completeBasis([[3, 4], []], 2) // [[0.6, 0.8], [0.8, -0.6]]
 */
export function completeBasis(
  directions: readonly (readonly number[])[],
  columns: number,
): readonly (readonly number[])[] {
  const basis: (readonly number[])[] = []
  for (const direction of directions) {
    const own = direction.length === columns ? upright(direction, basis) : null
    basis.push(own ?? spareAxis(basis, columns))
  }
  return basis
}

function spareAxis(basis: readonly (readonly number[])[], columns: number): readonly number[] {
  const axes = Array.from({ length: columns }, (_, place) => place)
  for (const place of axes) {
    const found = upright(
      axes.map((at) => (at === place ? 1 : 0)),
      basis,
    )
    if (found !== null) return found
  }
  throw new RangeError(`${columns} columns have no more than ${columns} directions.`)
}

/** The part at right angles to the others, of length 1; null when there is next to none. */
function upright(
  direction: readonly number[],
  others: readonly (readonly number[])[],
): readonly number[] | null {
  const before = Math.sqrt(dotProduct(direction, direction))
  if (before === 0) return null
  let rest = direction.map((value) => value / before)
  for (const other of [...others, ...others]) {
    const along = dotProduct(rest, other)
    rest = rest.map((value, place) => value - along * (other[place] ?? 0))
  }
  const after = Math.sqrt(dotProduct(rest, rest))
  return after < 1e-6 ? null : rest.map((value) => value / after)
}
