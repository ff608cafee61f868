import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from 'ml-matrix'

/**
 * Whether singular values are quick to work out, all of them; they keep digits that squares lose.
 *
 * @example isSmall(new Matrix([[1, 0], [-1, 0]])) // true: up to 4,096 numbers
 */
export const isSmall = ({ rows, columns }: Matrix): boolean => rows * columns <= 4096

/**
 * The directions of the widest spread of centred rows, from the whole decomposition. A small matrix
 * is decomposed itself. Of a large one the products of its rows or its columns are, whichever are
 * fewer (Gram matrix or covariance), which is quicker; a direction along which nothing spreads is
 * then left empty.
 *
 * Formula: right singular vectors of X; or eigenvectors of `X^T X`, or `X^T u` of the eigenvectors u
 * of `X X^T`. Units: none; the directions are not yet of length 1.
 *
 * @example allDirections(new Matrix([[1, 0], [-1, 0]]), 1) // [[1, 0]], or [[-1, 0]]
 */
export function allDirections(centred: Matrix, components: number): readonly (readonly number[])[] {
  if (isSmall(centred)) return singularDirections(centred, components)
  const wide = centred.rows < centred.columns
  const square = wide ? centred.mmul(centred.transpose()) : centred.transpose().mmul(centred)
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(square, {
    assumeSymmetric: true,
  })
  return largestFirst(realEigenvalues, components).map((place) => {
    const vector = eigenvectorMatrix.getColumn(place)
    if (!wide) return vector
    return (realEigenvalues[place] ?? 0) > 0 ? rowTimes(vector, centred) : []
  })
}

/** ml-matrix wants at least as many rows as columns; it turns the matrix itself. */
function singularDirections(centred: Matrix, components: number): readonly (readonly number[])[] {
  const { rightSingularVectors, diagonal } = new SingularValueDecomposition(centred, {
    autoTranspose: true,
  })
  return largestFirst(diagonal, components).map((place) => rightSingularVectors.getColumn(place))
}

const largestFirst = (values: readonly number[], count: number): readonly number[] =>
  [...values.keys()].sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0)).slice(0, count)

const rowTimes = (weights: readonly number[], matrix: Matrix): readonly number[] =>
  new Matrix([[...weights]]).mmul(matrix).getRow(0)
