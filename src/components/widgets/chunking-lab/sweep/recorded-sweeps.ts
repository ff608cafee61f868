import type { RecordedSweep } from '../../../../lib/chunking-lab/sweep/recorded-sweep.ts'
import { findModel } from '../../../../worker/models.ts'

const files = import.meta.glob<RecordedSweep>('../../../../data/sweeps/*/*.json', {
  import: 'default',
})

/** The recorded sweep over a corpus by an embedder, fetched when asked for; null without one. */
export async function loadRecordedSweep(
  embedder: string,
  corpus: string,
): Promise<RecordedSweep | null> {
  const sweep = await files[`../../../../data/sweeps/${embedder}/${corpus}.json`]?.()
  return sweep?.modelChecksum === findModel(embedder)?.checksum ? (sweep ?? null) : null
}
