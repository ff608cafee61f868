import { checkVectors } from './check-vectors.ts'
import { nearestRows } from './nearest-rows.ts'

/** Late interaction of one passage with the query. */
export interface MaxSim {
  /** Sum over the query's tokens. */
  readonly score: number
  /** For each token of the query its nearest token of the passage; null when the passage has none. */
  readonly matches: readonly TokenMatch[]
}

export interface TokenMatch {
  /** Place of the token in the passage. */
  readonly passageToken: number
  readonly similarity: number
}

/**
 * Late interaction (MaxSim): every token of the query takes the token of the passage that is most
 * similar to it, and these similarities are added. It compares tokens, not one vector per text, so
 * it can tell passages apart whose single vectors are alike; it costs query tokens times passage
 * tokens for each passage. Tokens are rows of flat tables, vectors of length 1.
 *
 * Formula: `sum over query tokens of max over passage tokens of q . p`. Units: none, up to the number
 * of the query's tokens. Source: `colbert-2020`.
 *
 * @throws RangeError when a table is no whole number of rows
 * @example maxSim(Float32Array.of(1, 0, 0, 1), Float32Array.of(0.6, 0.8), 2).score // 1.4 (in float32)
 */
export function maxSim(
  queryRows: Float32Array,
  passageRows: Float32Array,
  dimensions: number,
): MaxSim {
  const first = queryRows.subarray(0, dimensions)
  const passageTokens = checkVectors(padded(first, dimensions), passageRows, dimensions)
  const queryTokens = checkVectors(padded(first, dimensions), queryRows, dimensions)
  if (passageTokens === 0) return { score: 0, matches: [] }
  const { places, products } = nearestRows({
    queryRows,
    queryCount: queryTokens,
    rows: passageRows,
    count: passageTokens,
    dimensions,
  })
  const matches = Array.from({ length: queryTokens }, (_, token) => ({
    passageToken: places[token] ?? 0,
    similarity: products[token] ?? 0,
  }))
  return { score: matches.reduce((sum, { similarity }) => sum + similarity, 0), matches }
}

/** An empty query has no first row to check by. */
const padded = (row: Float32Array, dimensions: number): Float32Array =>
  row.length === 0 && dimensions > 0 ? new Float32Array(dimensions) : row
