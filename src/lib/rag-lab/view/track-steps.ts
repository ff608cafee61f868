import { countOf } from '../../format/count-of.ts'
import { formatNumber } from '../../format/format-number.ts'
import { queryModeNames, parsingNames, rerankerNames } from '../choice-names.ts'
import type { LosingStage, PipelineTrace } from '../pipeline-trace.ts'
import type { RagCorpus } from '../rag-corpus.ts'
import { RAG_STAGES } from '../rag-state.ts'
import type { RagStageName, RagState } from '../rag-state.ts'

/** A stage on the track: what came out of it in a few words, and whether the evidence ended there. */
export interface TrackStep {
  readonly stage: RagStageName
  /** From 1. */
  readonly number: number
  readonly result: string
  /** The evidence was lost here. */
  readonly lost: boolean
  /** It was lost before this stage. */
  readonly after: boolean
}

/** Which of the nine stages a loss belongs to. */
export const stageOfLoss: Readonly<Record<LosingStage, RagStageName>> = {
  parsing: 'document',
  chunking: 'chunking',
  retrieval: 'retrieval',
  rerank: 'rerank',
  prompt: 'prompt',
  generation: 'model',
}

/**
 * The nine stages with what came out of each.
 *
 * @example trackSteps({ state, corpus, trace }).length // 9
 */
export function trackSteps(shown: {
  readonly state: RagState
  readonly corpus: RagCorpus
  readonly trace: PipelineTrace | null
}): readonly TrackStep[] {
  const { trace } = shown
  const lost = trace?.lost.stage ? stageOfLoss[trace.lost.stage] : null
  const at = lost === null ? RAG_STAGES.length : RAG_STAGES.indexOf(lost)
  return RAG_STAGES.map((stage, place) => ({
    stage,
    number: place + 1,
    result: resultOf(stage, shown),
    lost: place === at,
    after: place > at,
  }))
}

function resultOf(
  stage: RagStageName,
  {
    state,
    corpus,
    trace,
  }: {
    readonly state: RagState
    readonly corpus: RagCorpus
    readonly trace: PipelineTrace | null
  },
): string {
  switch (stage) {
    case 'document':
      return parsingNames[state.parsing].name
    case 'chunking':
      return countOf(corpus.passages.length, 'passage')
    case 'embedding':
      if (state.method === 'bm25' && state.mmrLambda === null) return 'not used'
      return state.indexModel === state.queryModel ? 'one embedder' : 'two embedders'
    case 'query':
      return queryModeNames[state.queryMode].name
    case 'retrieval':
      return trace === null ? '' : countOf(trace.retrieval.ranked.length, 'candidate')
    case 'rerank':
      return trace === null
        ? ''
        : `${trace.rerank.by === 'none' ? '' : `${rerankerNames[trace.rerank.by].name}: `}${keptOf(trace)} kept`
    case 'prompt':
      return trace === null
        ? ''
        : `${countOf(trace.prompt.placed.length, 'passage')}, ${formatNumber(trace.prompt.tokens)} tokens`
    case 'model':
      return trace === null || trace.answer === null ? 'no answer yet' : 'answered'
    case 'answer':
      return checkedWords(trace)
  }
}

const keptOf = ({ rerank }: PipelineTrace): number =>
  rerank.ranked.filter(({ dropped }) => dropped === null).length

function checkedWords(trace: PipelineTrace | null): string {
  const check = trace?.answer ?? null
  if (check === null) return 'nothing to check'
  if (check.refused) return 'a refusal'
  const bad = check.sentences.filter(({ invalid }) => invalid.length > 0).length
  return bad > 0 ? countOf(bad, 'false citation') : countOf(check.sentences.length, 'sentence')
}
