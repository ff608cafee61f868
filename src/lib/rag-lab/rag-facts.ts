import type { PipelineEvaluation } from './pipeline-evaluation.ts'
import type { PipelineTrace } from './pipeline-trace.ts'
import type { RagCorpus } from './rag-corpus.ts'
import type { RagState } from './rag-state.ts'

/** What "set the widget until …" can be checked on: plain values. */
export type RagFacts = Readonly<Record<string, string | number | boolean>>

/**
 * The plain facts of what the lab shows. A rank is that of the last piece of evidence, 0
 * where one of them is not there, a metric -1 where there is nothing to measure by.
 *
 * Units: shares of 1; tokens.
 *
 * @example ragFacts({ state, corpus, trace, evaluation: null }).lostAt // 'retrieval'
 */
export function ragFacts(shown: {
  readonly state: RagState
  readonly corpus: RagCorpus
  /** Null: no question is asked. */
  readonly trace: PipelineTrace | null
  readonly evaluation: PipelineEvaluation | null
}): RagFacts {
  const { state, corpus, trace, evaluation } = shown
  const rankOf = (stage: 'retrieval' | 'rerank' | 'prompt'): number => {
    const ranks = trace?.quotes.map((quote) => quote.ranks[stage] ?? 0) ?? []
    return ranks.includes(0) ? 0 : Math.max(0, ...ranks)
  }
  return {
    corpus: state.corpus,
    parsing: state.parsing,
    strategy: state.strategy,
    size: state.size,
    overlap: state.overlap,
    headingPrefix: state.headingPrefix,
    indexModel: state.indexModel,
    queryModel: state.queryModel,
    sameModel: state.indexModel === state.queryModel,
    queryMode: state.queryMode,
    method: state.method,
    k: state.k,
    reranker: trace?.rerank.by ?? 'none',
    keepN: state.keepN,
    order: state.order,
    tokenBudget: state.tokenBudget,
    defences: state.defences.join(','),
    section: state.section,
    passages: corpus.passages.length,
    question: trace?.question.id ?? '',
    lostAt: trace?.lost.stage ?? '',
    goldRank: rankOf('retrieval'),
    goldRankAfter: rankOf('rerank'),
    goldPlace: rankOf('prompt'),
    recall: trace?.scores.retrieval.recall ?? -1,
    recallKept: trace?.scores.rerank.recall ?? -1,
    contextTokens: trace?.scores.prompt.tokens ?? 0,
    promptTokens: trace?.prompt.tokens ?? 0,
    placed: trace?.prompt.placed.length ?? 0,
    leftOut: trace?.prompt.leftOut.length ?? 0,
    passes: trace?.rerank.passes ?? 0,
    refused: trace?.answer?.refused ?? false,
    obeyed: trace?.answer?.obeyed ?? false,
    view: state.view,
    stage: state.stage,
    allRecall: evaluation?.candidates?.recall ?? -1,
    allRecallKept: evaluation?.after?.recall ?? -1,
    allMrr: evaluation?.after?.mrr ?? -1,
    allMrrBefore: evaluation?.before?.mrr ?? -1,
    allNdcg: evaluation?.after?.ndcg ?? -1,
    allTokens: evaluation?.after?.tokens ?? -1,
    allPasses: evaluation?.passes ?? 0,
  }
}
