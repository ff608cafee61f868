import { chunkText } from '../../lib/chunking/chunk-text.ts'
import { goldQuestions } from '../../lib/corpus/gold-questions.ts'
import { recordedChunking } from '../../lib/embedding/recorded-chunking.ts'
import { questionRank } from '../../lib/figures/question-rank.ts'
import type { QuestionRank } from '../../lib/figures/question-rank.ts'
import { recordedLookup } from '../../worker/embedding/recorded-lookup.ts'
import type { RecordedVectors } from '../../worker/embedding/recorded-vectors.ts'
import { corpus } from '../data/corpora.ts'

const files = Object.values(
  import.meta.glob<RecordedVectors>('../../data/vectors/*/*.json', {
    eager: true,
    import: 'default',
  }),
)

/** How a recorded question finds its answer among the recorded chunks; runs at build only. */
export function recordedRank(model: string, corpusId: string, question: string): QuestionRank {
  const recorded = files.find((file) => file.model === model && file.corpus === corpusId)
  const source = corpus(corpusId)
  const gold = goldQuestions(source).find(({ id }) => id === question)
  const answer = gold?.spans[0]
  const lookup = recorded === undefined ? null : recordedLookup(recorded)
  if (lookup === null || gold === undefined || answer === undefined) {
    throw new Error(`Nothing was recorded of ${question} in ${corpusId} by ${model}.`)
  }
  const chunks = chunkText(source.text, { ...recordedChunking, language: source.language })
  const rows = chunks.map(
    ({ start, end }) => lookup.passage(source.text.slice(start, end))?.vector ?? [],
  )
  const asked = lookup.query(gold.text)?.vector ?? []
  const rank = questionRank({ question: asked, chunks, rows, answer })
  if (rank === null) throw new Error(`No recorded chunk of ${corpusId} holds ${question} whole.`)
  return rank
}
