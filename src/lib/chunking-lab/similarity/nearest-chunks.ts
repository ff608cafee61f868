import { cosineOf, type CosineMatrix } from './cosine-matrix.ts'
import { cosineText } from './say.ts'
import { words } from './words.ts'

/**
 * Says which chunks are nearest to one by cosine; '' for a chunk that is not in the matrix.
 *
 * @example nearestChunks(matrix, 0, 3) // 'Chunk 1. Nearest by cosine, in all dimensions: 4 (0.71), …'
 */
export function nearestChunks(matrix: CosineMatrix, index: number, listed: number): string {
  if (index >= matrix.count) return ''
  const near = Array.from({ length: matrix.count }, (_, other) => ({
    other,
    cosine: cosineOf(matrix, index, other),
  }))
    .filter(({ other }) => other !== index)
    .sort((one, two) => two.cosine - one.cosine)
    .slice(0, listed)
  if (near.length === 0) return ''
  const list = near.map(({ other, cosine }) => `${other + 1} (${cosineText(cosine)})`).join(', ')
  return words.map.nearest(index + 1, list)
}
