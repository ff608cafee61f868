import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { dotProduct } from '../retrieval/dot-product.ts'
import { seededRandom } from '../sampling/seeded-random.ts'
import { completeBasis } from './complete-basis.ts'

/** Directions beside those asked for, which make the search for them quicker. */
const SPARE = 8
const MOST_ROUNDS = 80
const TOLERANCE = 1e-11

type Vectors = readonly (readonly number[])[]

/**
 * The directions of the widest spread of centred rows, without working out all of them: a bundle of
 * directions is sent through the covariance again and again, which turns it towards the widest ones
 * (subspace iteration with Rayleigh-Ritz steps). The start is seeded, so that the answer is always
 * the same. Null when the spread falls off too slowly for this to settle.
 *
 * Formula: `V <- orthonormal(X^T X V)`. Units: none.
 *
 * @example leadingDirections(new Matrix([[1, 0], [-1, 0]]), 1) // [[1, 0]], or [[-1, 0]]
 */
export function leadingDirections(centred: Matrix, components: number): Vectors | null {
  const { columns } = centred
  const size = Math.min(components + SPARE, columns)
  const rows = centred.to2DArray().map((row) => Float64Array.from(row))
  let basis = completeBasis(randomVectors(size, columns), columns)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const images = basis.map((direction) => spread(rows, direction))
    const { turns, values } = ritz(basis, images)
    const turned = combine(turns, basis)
    const turnedImages = combine(turns, images)
    const widest = values[0] ?? 0
    if (widest <= 0) return null
    const settled = turned
      .slice(0, components)
      .every((axis, place) => error(axis, turnedImages[place] ?? []) <= TOLERANCE * widest)
    if (settled) return turned.slice(0, components)
    basis = completeBasis(turnedImages, columns)
  }
  return null
}

function randomVectors(count: number, columns: number): Vectors {
  const random = seededRandom(1)
  return Array.from({ length: count }, () => Array.from({ length: columns }, () => random() - 0.5))
}

/** The direction sent through the rows and back: X^T (X v). */
function spread(rows: readonly Float64Array[], direction: readonly number[]): readonly number[] {
  const vector = Float64Array.from(direction)
  const sum = new Float64Array(vector.length)
  for (const row of rows) {
    let along = 0
    for (let place = 0; place < row.length; place++) {
      along += (row[place] ?? 0) * (vector[place] ?? 0)
    }
    for (let place = 0; place < row.length; place++) {
      sum[place] = (sum[place] ?? 0) + along * (row[place] ?? 0)
    }
  }
  return Array.from(sum)
}

/** The best directions within the bundle: eigenvectors of the spread seen from inside it. */
function ritz(
  basis: Vectors,
  images: Vectors,
): { readonly turns: Vectors; readonly values: number[] } {
  const inside = new Matrix(basis.map((one) => images.map((image) => dotProduct(one, image))))
  const even = inside.clone().add(inside.transpose()).div(2)
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(even, {
    assumeSymmetric: true,
  })
  const order = [...realEigenvalues.keys()].sort(
    (one, other) => (realEigenvalues[other] ?? 0) - (realEigenvalues[one] ?? 0),
  )
  return {
    turns: order.map((place) => eigenvectorMatrix.getColumn(place)),
    values: order.map((place) => realEigenvalues[place] ?? 0),
  }
}

const combine = (turns: Vectors, vectors: Vectors): Vectors =>
  new Matrix(turns.map((turn) => [...turn]))
    .mmul(new Matrix(vectors.map((vector) => [...vector])))
    .to2DArray()

/** How far the image of a direction is from a multiple of it. */
function error(axis: readonly number[], image: readonly number[]): number {
  const value = dotProduct(axis, image)
  const rest = image.map((number, place) => number - value * (axis[place] ?? 0))
  return Math.sqrt(dotProduct(rest, rest))
}
