/** UMAP with fewer chunks says nothing. */
export const FEWEST_FOR_UMAP = 5

/**
 * The neighbours that UMAP can have: fewer than there are points, 2 at the least.
 *
 * @example usedNeighbours(15, 10) // 9
 */
export const usedNeighbours = (asked: number, points: number): number =>
  Math.max(2, Math.min(asked, points - 1))
