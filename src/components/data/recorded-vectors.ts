import type { RecordedVectors } from '../../worker/embedding/recorded-vectors.ts'

const files = import.meta.glob<RecordedVectors>('../../data/vectors/*/*.json', {
  import: 'default',
})

/** The recorded vectors of a corpus by a model, fetched when asked for; null when there are none. */
export const loadRecordedVectors = async (
  modelId: string,
  corpusId: string,
): Promise<RecordedVectors | null> =>
  (await files[`../../data/vectors/${modelId}/${corpusId}.json`]?.()) ?? null
