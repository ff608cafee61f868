import type { RecordedTexts } from '../../lib/figures/recorded-texts.ts'
import { findModel } from '../../worker/models.ts'

const files = Object.values(
  import.meta.glob<RecordedTexts>('../../data/figures/*.json', { eager: true, import: 'default' }),
)

/** What an embedder made of the chapter's texts; the build stops where it was another model. */
export function recordedTexts(model: string): RecordedTexts {
  const found = files.find((file) => file.model === model)
  if (found === undefined) throw new Error(`There is no src/data/figures/${model}.json.`)
  if (found.modelChecksum !== findModel(model)?.checksum) {
    throw new Error(`src/data/figures/${model}.json is of another model: record it again.`)
  }
  return found
}
