/** One number of a vector as a cell. */
export interface VectorCell {
  readonly column: number
  readonly row: number
  /** 0 to 1, the part of the largest absolute number. */
  readonly strength: number
  readonly negative: boolean
}

/**
 * A vector as cells in rows of `columns`, as dark as its numbers are large.
 *
 * @example vectorStrip([0.5, -1], 2).map(({ strength }) => strength) //=> [0.5, 1]
 */
export function vectorStrip(vector: readonly number[], columns: number): readonly VectorCell[] {
  const most = vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
  return vector.map((value, index) => ({
    column: index % columns,
    row: Math.floor(index / columns),
    strength: most === 0 ? 0 : Math.abs(value) / most,
    negative: value < 0,
  }))
}
