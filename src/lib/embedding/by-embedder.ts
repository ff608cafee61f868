import { EMBEDDERS, type EmbedderId } from './embedders.ts'

/**
 * One thing for each embedder of the labs.
 *
 * @example
 * byEmbedder((id) => id.length)['all-MiniLM-L6-v2'] // 16
 */
export const byEmbedder = <Thing>(
  make: (id: EmbedderId) => Thing,
): Readonly<Record<EmbedderId, Thing>> =>
  Object.fromEntries(EMBEDDERS.map((id) => [id, make(id)])) as Record<EmbedderId, Thing>
