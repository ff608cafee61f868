import type { PassageCut } from '../../lib/embedding/recorded-chunking.ts'
import { cutName } from '../../lib/embedding/recorded-chunking.ts'
import type { RecordedVectors } from '../../worker/embedding/recorded-vectors.ts'
import { mergedVectors } from '../../worker/embedding/recorded-vectors-merged.ts'

/** Questions, chunks by `recordedChunking` and passages with instructions. */
const files = import.meta.glob<RecordedVectors>('../../data/vectors/*/*.json', {
  import: 'default',
})
/** The passages of the other cuts. */
const cuts = import.meta.glob<RecordedVectors>('../../data/vectors/*/*/*.json', {
  import: 'default',
})

/**
 * The recorded vectors of a corpus by a model, fetched when asked for; null when there are none.
 * With a cut the passages of that cut as well, where they are recorded; without one those of every
 * recorded cut.
 */
export const loadRecordedVectors = async (
  modelId: string,
  corpusId: string,
  cut?: PassageCut,
): Promise<RecordedVectors | null> => {
  const start = `../../data/vectors/${modelId}/${corpusId}`
  const wanted = cut === undefined ? null : `${start}/${cutName(cut)}.json`
  const others = Object.entries(cuts)
    .filter(([path]) => (wanted === null ? path.startsWith(`${start}/`) : path === wanted))
    .map(([, load]) => load())
  const first = await files[`${start}.json`]?.()
  return first === undefined ? null : mergedVectors(first, await Promise.all(others))
}
