import { rowDot } from '../row-dot.ts'
import type { ScoredRow } from '../scored-row.ts'
import type { GrowingGraph } from './graph.ts'

/**
 * Which of the candidates a row links to: those that are nearer to it than to any that is chosen
 * already, so that links point in all directions and not only into the nearest crowd; then the
 * nearest of the rest, up to the number.
 *
 * Formula: keep c when `score(c, row) > score(c, every kept one)`. Source: `hnsw-2016`.
 *
 * @example chooseNeighbours(graph, candidates, 16) // best first
 */
export function chooseNeighbours(
  { vectors, dimensions }: Pick<GrowingGraph, 'vectors' | 'dimensions'>,
  candidates: readonly ScoredRow[],
  most: number,
): readonly number[] {
  const kept: number[] = []
  const passed: number[] = []
  for (const { index, score } of candidates) {
    if (kept.length >= most) break
    const own = vectors.subarray(index * dimensions, (index + 1) * dimensions)
    const apart = kept.every(
      (other) => rowDot(own, vectors, other * dimensions, dimensions) < score,
    )
    ;(apart ? kept : passed).push(index)
  }
  return [...kept, ...passed.slice(0, most - kept.length)]
}
