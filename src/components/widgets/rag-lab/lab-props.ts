import { prepareCorpus } from '../../../lib/rag-lab/prepare-corpus.ts'
import { askedQuestion } from '../../../lib/rag-lab/asked-question.ts'
import { ragSchema } from '../../../lib/rag-lab/rag-state.ts'
import type { RagState } from '../../../lib/rag-lab/rag-state.ts'
import { indexBytes } from '../../../lib/chunking-lab/index-bytes.ts'
import type { RecordedAnswer } from '../../../lib/rag-lab/view/recorded-answer.ts'
import type { Corpus } from '../../../lib/corpus/corpus.ts'
import type { CorpusFacts } from '../../../lib/corpus/corpus-facts.ts'
import type { Injection } from '../../../lib/corpus/injection.ts'
import type { ModelRow } from '../../../lib/memory-calculator/calculator-data.ts'
import { textHash } from '../../../lib/embedding/text-hash.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { presetState } from '../../../lib/state/preset-hash.ts'
import type { RecordedRows, RecordedVectors } from '../../../worker/embedding/recorded-vectors.ts'
import type { LateScores } from '../../data/late-scores.ts'
import { corpora, corpusList, injections } from '../../data/corpora.ts'
import { modelRows, rowOf } from '../memory-calculator/page-data.ts'

/** What the lab is made with. */
export interface RagLabProps {
  readonly corpus: Corpus
  readonly corpora: readonly CorpusFacts[]
  readonly injections: readonly Injection[]
  /** Vectors of the first result, or null where it needs none or none are recorded. */
  readonly recorded: RecordedVectors | null
  /** Recorded scores of the first result's reranker, or null. */
  readonly late: LateScores | null
  readonly answers: readonly RecordedAnswer[]
  /** The model that "My setup" begins with. */
  readonly model: ModelRow
  readonly presets: readonly Preset[]
  readonly preset?: Preset | undefined
}

const vectorFiles = import.meta.glob<RecordedVectors>('../../../data/vectors/*/*.json', {
  eager: true,
  import: 'default',
})
const lateFiles = import.meta.glob<LateScores>('../../../data/rerank/*/*.json', {
  eager: true,
  import: 'default',
})
const answerFiles = import.meta.glob<readonly RecordedAnswer[]>('../../../data/answers/*.json', {
  eager: true,
  import: 'default',
})

/** What the page carries for its first result: one text, its vectors, and the recorded answers. */
export function ragLabProps(presets: readonly Preset[], preset: Preset | undefined): RagLabProps {
  const start = presetState({
    schema: ragSchema,
    preset: preset ?? { id: 'default', title: '', state: {} },
  })
  const corpus = corpora.find(({ id }) => id === start.corpus) ?? corpora[0]
  if (corpus === undefined) throw new Error('There is no text in src/data/corpora.')
  return {
    corpus,
    corpora: corpusList,
    injections,
    recorded: firstVectors(corpus, start),
    late:
      start.reranker === 'late-interaction'
        ? (lateFiles[`../../../data/rerank/${start.queryModel}/${corpus.id}.json`] ?? null)
        : null,
    answers: Object.values(answerFiles).flat(),
    model: rowOf(modelRows, start.setupModel),
    presets,
    preset,
  }
}

/** Of a recording, the passages and the one question that is asked. */
function firstVectors(corpus: Corpus, state: RagState): RecordedVectors | null {
  const recorded = vectorFiles[`../../../data/vectors/${state.indexModel}/${corpus.id}.json`]
  if (recorded === undefined || state.method === 'bm25') return null
  const prepared = prepareCorpus({ corpus, state })
  const question = askedQuestion(state, prepared)
  if (question === null || state.indexModel !== state.queryModel) return null
  const { query, dimensions } = recorded
  const row = query.hashes.indexOf(textHash(question.text))
  return row < 0 ? null : { ...recorded, query: oneRow(query, row, dimensions) }
}

function oneRow({ hashes, tokens, readTo, rows }: RecordedRows, row: number, dimensions: number) {
  const all = Buffer.from(rows, 'base64')
  const startOf = (vectors: number) => indexBytes({ vectors, dimensions })
  return {
    hashes: hashes.slice(row, row + 1),
    tokens: tokens.slice(row, row + 1),
    readTo: readTo.slice(row, row + 1),
    rows: all.subarray(startOf(row), startOf(row + 1)).toString('base64'),
  }
}
