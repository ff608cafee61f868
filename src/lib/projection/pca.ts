import { Matrix } from 'ml-matrix'
import { allDirections, isSmall } from './all-directions.ts'
import { completeBasis } from './complete-basis.ts'
import { leadingDirections } from './leading-directions.ts'

/** Rows seen along the directions in which they spread most. */
export interface Projection {
  /** Mean of the rows. */
  readonly mean: readonly number[]
  /** Directions, each a row of length 1, at right angles, widest spread first. */
  readonly components: readonly (readonly number[])[]
  /** Places of the rows along the directions. */
  readonly projected: readonly (readonly number[])[]
  /** Variance along each direction (divided by rows - 1). */
  readonly explainedVariance: readonly number[]
  /** Its share of the whole variance. */
  readonly explainedVarianceRatio: readonly number[]
}

/**
 * Principal component analysis: the directions in which rows of numbers spread most, and where the
 * rows lie along them. The share of the variance says how much of the spread a picture keeps. The
 * largest number of each direction is made positive, so that a picture does not flip.
 *
 * Formula: eigenvectors of the covariance of the centred rows. Units: those of the rows.
 *
 * @throws RangeError when there are fewer than 2 rows, rows of different lengths, a number that is
 * not finite, or more components than rows or columns
 * @example pca([[0, 0], [2, 2]], 1).components // [[0.7071067811865475, 0.7071067811865475]]
 */
export function pca(rows: readonly ArrayLike<number>[], components: number): Projection {
  const columns = checkedColumns(rows, components)
  const mean = columnMeans(rows, columns)
  const centred = new Matrix(
    rows.map((row) => mean.map((middle, column) => (row[column] ?? 0) - middle)),
  )
  const variances = centred.clone().mul(centred).sum() / (rows.length - 1)
  const leading = isSmall(centred) ? null : leadingDirections(centred, components)
  const directions = leading ?? allDirections(centred, components)
  const axes = completeBasis(directions, columns).map(withSign)
  const projected = centred.mmul(new Matrix(axes.map((axis) => [...axis])).transpose()).to2DArray()
  const explainedVariance = axes.map((_, place) => {
    const sum = projected.reduce((total, point) => total + (point[place] ?? 0) ** 2, 0)
    return sum / (rows.length - 1)
  })
  return {
    mean,
    components: axes,
    projected,
    explainedVariance,
    explainedVarianceRatio: explainedVariance.map((variance) =>
      variances > 0 ? variance / variances : 0,
    ),
  }
}

function checkedColumns(rows: readonly ArrayLike<number>[], components: number): number {
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2) {
    throw new RangeError(`There are ${rows.length} rows; a spread needs at least 2.`)
  }
  if (!Number.isInteger(components) || components < 1) {
    throw new RangeError(
      `There are ${components} components; there must be a whole number above 0.`,
    )
  }
  if (components > Math.min(rows.length, columns)) {
    throw new RangeError(
      `${rows.length} rows of ${columns} columns have no ${components} components; ask for fewer.`,
    )
  }
  for (const row of rows) {
    if (row.length !== columns) throw new RangeError('The rows do not have the same length.')
    if (!Array.from(row).every(Number.isFinite)) {
      throw new RangeError('A row holds a number that is not finite.')
    }
  }
  return columns
}

function columnMeans(rows: readonly ArrayLike<number>[], columns: number): readonly number[] {
  return Array.from({ length: columns }, (_, column) => {
    return rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length
  })
}

/** The first of the largest numbers becomes positive. */
function withSign(axis: readonly number[]): readonly number[] {
  const largest = axis.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const leader = axis.find((value) => Math.abs(value) >= largest * (1 - 1e-9)) ?? 0
  return leader < 0 ? axis.map((value) => -value) : axis
}
