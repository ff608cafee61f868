import type { Injection } from '../../lib/corpus/injection.ts'
import { asPassages } from '../../lib/figures/as-passages.ts'
import { evaluatePipeline } from '../../lib/rag-lab/evaluate-pipeline.ts'
import type { PipelineEvaluation } from '../../lib/rag-lab/pipeline-evaluation.ts'
import type { PipelineTrace } from '../../lib/rag-lab/pipeline-trace.ts'
import { askedQuestion } from '../../lib/rag-lab/asked-question.ts'
import { prepareCorpus } from '../../lib/rag-lab/prepare-corpus.ts'
import type { RagCorpus, RagQuestion } from '../../lib/rag-lab/rag-corpus.ts'
import { ragSchema } from '../../lib/rag-lab/rag-state.ts'
import type { RagState } from '../../lib/rag-lab/rag-state.ts'
import { runPipeline } from '../../lib/rag-lab/run-pipeline.ts'
import { searchQueries } from '../../lib/rag-lab/search-queries.ts'
import { presetState } from '../../lib/state/preset-hash.ts'
import type { Preset } from '../../lib/state/preset-hash.ts'
import { recordedLookup, type RecordedLookup } from '../../worker/embedding/recorded-lookup.ts'
import type { RecordedVectors } from '../../worker/embedding/recorded-vectors.ts'
import { corpus as corpusOf, injections } from '../data/corpora.ts'
import { fitsLateScores, type LateScores } from '../data/late-scores.ts'
import presets from '../../data/presets/rag-lab.json'

const vectorFiles = import.meta.glob<RecordedVectors>('../../data/vectors/*/*.json', {
  eager: true,
  import: 'default',
})
const rerankFiles = import.meta.glob<LateScores>('../../data/rerank/*/*.json', {
  eager: true,
  import: 'default',
})

/** Settings of the RAG lab: a preset, and what is changed in it. */
export interface RagSettings {
  readonly preset?: string | undefined
  readonly change?: Partial<RagState> | undefined
}

/** The lab at these settings, with the recorded vectors. */
export interface RagRun {
  readonly state: RagState
  readonly corpus: RagCorpus
  readonly injection: Injection | null
  /** Null where no question is asked. */
  readonly trace: PipelineTrace | null
  readonly evaluation: PipelineEvaluation
}

const initial: Preset = { id: 'initial', title: 'As it opens', state: {} }
const runs = new Map<string, RagRun>()

/** Runs the lab's pipeline at build; settings that need what is not recorded stop the build. */
export function ragRun(settings: RagSettings): RagRun {
  const key = JSON.stringify(settings)
  const run = runs.get(key) ?? compute(settings)
  runs.set(key, run)
  return run
}

function compute({ preset: id, change = {} }: RagSettings): RagRun {
  const preset = id === undefined ? initial : presets.find((each) => each.id === id)
  if (preset === undefined) throw new Error(`The RAG lab has no preset ${id ?? ''}.`)
  const state = { ...presetState({ schema: ragSchema, preset }), ...change }
  const injection = injections.find((each) => each.id === state.injection) ?? null
  const corpus = prepareCorpus({ corpus: corpusOf(state.corpus), state, injection })
  const late = lateScores(state, corpus)
  const shared = { state, corpus, chunkVectors: chunkVectors(state, corpus) }
  const { query: queryOf } = recorded(state.queryModel, state.corpus)
  const asked = (question: RagQuestion) => {
    const queries = searchQueries(state, question.text)
    const scores = late?.scores[question.id]
    return {
      question,
      queries,
      queryVectors: queries.map(({ text }) => queryOf(text)?.vector ?? null),
      lateScores: scores === undefined ? undefined : new Map(scores.entries()),
    }
  }
  const question = askedQuestion(state, corpus)
  const trace = question === null ? null : runPipeline({ ...shared, ...asked(question) })
  const evaluation = evaluatePipeline({ ...shared, questions: corpus.questions.map(asked) })
  const { missing } = evaluation
  if (missing.length > 0) throw new Error(`${id ?? initial.id} needs ${missing.join(', ')}.`)
  return { state, corpus, injection, trace, evaluation }
}

/** Recorded vectors; a recording of another model stops the build. */
function recorded(model: string, corpus: string): RecordedLookup {
  const file = vectorFiles[`../../data/vectors/${model}/${corpus}.json`]
  const lookup = file === undefined ? null : recordedLookup(file)
  if (lookup !== null) return lookup
  throw new Error(`There is no src/data/vectors/${model}/${corpus}.json of the model served.`)
}

/** One row a passage, where all of them are recorded. */
function chunkVectors(state: RagState, corpus: RagCorpus) {
  const { passage: rowOf } = recorded(state.indexModel, state.corpus)
  return asPassages(corpus.passages.map(({ searched }) => rowOf(searched)?.vector))
}

/** The recorded scores; a recording of another model or of other passages stops the build. */
function lateScores(state: RagState, corpus: RagCorpus): LateScores | null {
  if (state.reranker !== 'late-interaction') return null
  const name = `src/data/rerank/${state.indexModel}/${state.corpus}.json`
  const file = rerankFiles[`../../${name.slice('src/'.length)}`]
  if (file === undefined) throw new Error(`There is no ${name}.`)
  if (fitsLateScores(file, corpus)) return file
  throw new Error(`${name} is of another model or text; run scripts/record-rerank.mjs again.`)
}
