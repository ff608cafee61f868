import type { ScoredRow } from '../scored-row.ts'

export interface GraphOptions {
  /** Links of a row on the upper levels (M); on the lowest level about twice as many. */
  readonly links?: number
  /** How many candidates are kept while a row's neighbours are looked for (efConstruction). */
  readonly efConstruction?: number
  /** The levels of the rows are drawn by it. */
  readonly seed?: number
}

/** A hierarchical navigable small world graph over the rows of a flat table of vectors. */
export interface HnswGraph {
  readonly vectors: Float32Array
  readonly dimensions: number
  readonly rows: number
  /** For each row, level by level from the lowest, the rows that it links to. */
  readonly links: readonly (readonly (readonly number[])[])[]
  /** The row where every search begins; -1 in an empty graph. */
  readonly entry: number
  /** How many vectors were compared while it was built. */
  readonly comparisons: number
}

/** The same while it grows. */
export interface GrowingGraph {
  readonly vectors: Float32Array
  readonly dimensions: number
  readonly links: number[][][]
  entry: number
}

/**
 * The order of a search: the higher score first, of equal ones the earlier row.
 *
 * @example closer({ index: 0, score: 1 }, { index: 1, score: 0.5 }) < 0 // true
 */
export const closer = (one: ScoredRow, other: ScoredRow): number =>
  other.score - one.score || one.index - other.index
