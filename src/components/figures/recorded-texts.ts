import { knownLanguage, questionsIn } from '../../lib/figures/known-language.ts'
import type { RecordedTexts } from '../../lib/figures/recorded-texts.ts'
import { findEmbeddingModel } from '../../worker/models.ts'
import { corpora } from '../data/corpora.ts'

const files = Object.values(
  import.meta.glob<RecordedTexts>('../../data/figures/*.json', { eager: true, import: 'default' }),
)

/**
 * What an embedder made of the chapter's texts, for the questions in a language that it knows; the
 * build stops where it was another model.
 */
export function recordedTexts(model: string): RecordedTexts {
  const found = files.find((file) => file.model === model)
  if (found === undefined) throw new Error(`There is no src/data/figures/${model}.json.`)
  const facts = findEmbeddingModel(model)
  if (found.modelChecksum !== facts?.checksum) {
    throw new Error(`src/data/figures/${model}.json is of another model: record it again.`)
  }
  return knownLanguage(
    found,
    new Set(corpora.flatMap((corpus) => questionsIn(corpus, facts.languages))),
  )
}
