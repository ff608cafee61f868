// The prompts of the RAG lab whose answers are recorded: the default and the presets, as the page
// assembles them from recorded vectors, before any model is loaded.
import { readFileSync } from 'node:fs'
import { askedQuestion } from '../../src/lib/rag-lab/asked-question.ts'
import { prepareCorpus } from '../../src/lib/rag-lab/prepare-corpus.ts'
import { ragSchema } from '../../src/lib/rag-lab/rag-state.ts'
import { runPipeline } from '../../src/lib/rag-lab/run-pipeline.ts'
import { searchQueries } from '../../src/lib/rag-lab/search-queries.ts'
import { vectorTable } from '../../src/lib/rag-lab/view/vector-table.ts'
import { presetState } from '../../src/lib/state/preset-hash.ts'
import { recordedEmbeddings } from '../../src/worker/embedding/recorded-vectors.ts'
import { readCorpus, readInjections } from './read-corpora.mjs'

const read = (path) => JSON.parse(readFileSync(new URL(`../../src/data/${path}`, import.meta.url)))

/** The poisoned passage met with other defences, beside the preset's own. */
const DEFENDED = ['strip-orders', 'delimit'].map((defences) => ({
  of: 'injection',
  id: `injection+${defences}`,
  change: { defences },
}))
/** Presets whose answers the live model gives alone. */
const LIVE_ONLY = ['injection-table', 'injection-chinese']
/** The evidence at another place of the same prompt. */
const MOVED = [{ of: 'exp-4', id: 'exp-4+last', change: { draggedTo: '7' } }]

const vectorsOf = (model, corpus) => {
  const recorded = read(`vectors/${model}/${corpus}.json`)
  const [query, passage] = ['query', 'passage'].map((role) => recordedEmbeddings(recorded, role))
  return (role, text) => (role === 'query' ? query : passage)(text)?.vector ?? null
}

function promptOf(preset) {
  const state = presetState({ schema: ragSchema, preset })
  const corpus = readCorpus(state.corpus)
  const injection = readInjections().find(({ id }) => id === state.injection) ?? null
  const prepared = prepareCorpus({ corpus, state, injection })
  const question = askedQuestion(state, prepared)
  const queries = searchQueries(state, question.text)
  const needsVectors = state.method !== 'bm25' || state.mmrLambda !== null
  let chunkVectors, queryVectors
  if (needsVectors) {
    const rows = prepared.passages.map(({ searched }) =>
      vectorsOf(state.indexModel, corpus.id)('passage', searched),
    )
    if (rows.includes(null)) return null
    chunkVectors = vectorTable(rows)
    const find = vectorsOf(state.queryModel, corpus.id)
    queryVectors = queries.map(({ role, text }) => find(role, text))
  }
  const trace = runPipeline({
    state,
    corpus: prepared,
    question,
    queries,
    chunkVectors,
    queryVectors,
  })
  return trace.missing.length > 0 ? null : { id: preset.id, state, prompt: trace.prompt }
}

/** A longer prompt takes the model minutes to read. */
const MOST_TOKENS = 1500

/**
 * Every prompt once, with the state that makes it; those that need a live model or are long are left
 * out.
 * @returns {{
 *   id: string,
 *   state: import('../../src/lib/rag-lab/rag-state.ts').RagState,
 *   prompt: import('../../src/lib/prompt-assembly/assembled-prompt.ts').AssembledPrompt,
 * }[]}
 */
export function answerPrompts() {
  const presets = read('presets/rag-lab.json')
  const derived = [...MOVED, ...DEFENDED].map(({ of, id, change }) => {
    const { state, ...preset } = presets.find((each) => each.id === of)
    return { ...preset, id, state: { ...state, ...change } }
  })
  const recorded = presets.filter(({ id }) => !LIVE_ONLY.includes(id))
  const prompts = [{ id: 'default', title: '', state: {} }, ...recorded, ...derived]
    .map(promptOf)
    .filter((found) => found !== null && found.prompt.tokens <= MOST_TOKENS)
  const keys = prompts.map(({ prompt }) => JSON.stringify(prompt.messages))
  return prompts.filter((_, index) => keys.indexOf(keys[index]) === index)
}
