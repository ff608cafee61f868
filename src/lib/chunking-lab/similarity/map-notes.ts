import { formatPercent } from '../../format/format-percent.ts'
import type { ChunkingState } from '../lab-state.ts'
import { MOST_LABELLED } from './map-layout.ts'
import { shareWords } from './say.ts'
import type { SimilarityMap } from './similarity-map.ts'
import { usedNeighbours } from './used-neighbours.ts'
import { words } from './words.ts'

/**
 * What must be said beside a map: how much it shows, where the question was placed, what was left
 * out or done otherwise than asked.
 *
 * @example mapNotes({ map, state, chunks: 17 })[0] // 'These two directions hold 26 % …'
 */
export function mapNotes(request: {
  readonly map: SimilarityMap
  readonly state: Pick<ChunkingState, 'map' | 'neighbours'>
  /** All chunks, also those that are not on the map. */
  readonly chunks: number
}): readonly string[] {
  const { map, state, chunks } = request
  const points = map.points.length
  const used = usedNeighbours(state.neighbours, points)
  return [
    ...(map.shares === null ? [] : [shareWords(map.shares)]),
    ...(state.map === 'umap' && map.method === 'pca' ? [words.map.few] : []),
    ...(map.method === 'umap' && used < state.neighbours
      ? [words.map.neighboursCut(state.neighbours, used)]
      : []),
    ...(map.query === null
      ? []
      : [map.method === 'pca' ? words.map.queryPlaced : words.map.queryPlacedUmap]),
    ...(points > MOST_LABELLED ? [words.map.labels(MOST_LABELLED)] : []),
    ...(chunks > points ? [words.map.onlyFirst(points, chunks)] : []),
  ]
}

/**
 * What stands at the axes.
 *
 * @example axisTitles(map).across // 'component 1 (15 % of the variance)'
 */
export function axisTitles({ shares }: SimilarityMap): {
  readonly across: string
  readonly upwards: string
} {
  if (shares === null) return { across: words.map.unnamed, upwards: '' }
  const [across, upwards] = shares.map((share, index) =>
    words.map.component(index + 1, formatPercent(share, { digits: 0 })),
  )
  return { across: across ?? '', upwards: upwards ?? '' }
}
