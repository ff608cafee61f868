import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/**
 * The directions of the widest spread of centred rows, from all eigenvectors of their covariance.
 * With fewer rows than columns the products of the rows are taken instead (the Gram matrix), which
 * is smaller and has the same eigenvalues. A direction along which nothing spreads is left empty.
 *
 * Formula: eigenvectors of `X^T X`, or `X^T u` of the eigenvectors u of `X X^T`. Units: none; the
 * directions are not yet of length 1.
 *
 * @example allDirections(new Matrix([[1, 0], [-1, 0]]), 1) // [[1, 0]], or [[-1, 0]]
 */
export function allDirections(centred: Matrix, components: number): readonly (readonly number[])[] {
  const wide = centred.rows < centred.columns
  const square = wide ? centred.mmul(centred.transpose()) : centred.transpose().mmul(centred)
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(square, {
    assumeSymmetric: true,
  })
  return [...realEigenvalues.keys()]
    .sort((one, other) => (realEigenvalues[other] ?? 0) - (realEigenvalues[one] ?? 0))
    .slice(0, components)
    .map((place) => {
      const vector = eigenvectorMatrix.getColumn(place)
      if (!wide) return vector
      return (realEigenvalues[place] ?? 0) > 0 ? rowTimes(vector, centred) : []
    })
}

const rowTimes = (weights: readonly number[], matrix: Matrix): readonly number[] =>
  new Matrix([[...weights]]).mmul(matrix).getRow(0)
