import { assemblePrompt } from '../prompt-assembly/assemble-prompt.ts'
import { checkAnswer } from '../prompt-assembly/check-answer.ts'
import { estimatingCounter } from '../prompt-assembly/token-counter.ts'
import { goldShare, goldSpans } from './gold-share.ts'
import { lostAt } from './lost-at.ts'
import { missingPieces } from './missing-pieces.ts'
import type { PipelineInput } from './pipeline-input.ts'
import type { PipelineTrace, StageScores } from './pipeline-trace.ts'
import { quoteFates } from './quote-fates.ts'
import { rerank } from './rerank.ts'
import { retrieve } from './retrieve.ts'
import { stageScores } from './stage-scores.ts'

/**
 * Takes one question through the stages of retrieval-augmented generation and notes at each of them
 * which passages there are, which hold the evidence, what was dropped and why, and what it measures.
 * Vectors, token rows, likelihoods and the answer are computed by the caller; what is not there yet is
 * named in `missing`, and its stage is passed over.
 *
 * @throws RangeError when vectors do not fit the passages, or a setting is out of its range
 * @example runPipeline({ state, corpus, question, queries }).lost.stage // 'retrieval'
 */
export function runPipeline(input: PipelineInput): PipelineTrace {
  const { state, corpus, question, queries, countTokens = estimatingCounter } = input
  const spans = goldSpans(question)
  const shares = corpus.passages.map((passage) => goldShare(passage, spans))
  const relevant = [...shares.keys()].filter((place) => shares[place] !== 'none')
  const retrieval = retrieve(input, (passage) => shares[passage] ?? 'none')
  const { missing: unscored, ...reranked } = rerank(input, retrieval.ranked)
  const kept = reranked.ranked.filter(({ dropped }) => dropped === null)
  const prompt = assemblePrompt({
    passages: kept.flatMap(({ passage }) => {
      const { text = '', prefix = '' } = corpus.passages[passage] ?? {}
      return [{ id: passage, text, prefix }]
    }),
    question: question.text,
    settings: state,
    countTokens,
    drag: state.dragged === null ? null : { rank: state.dragged, to: state.draggedTo },
  })
  const { answer = null, sign } = input
  const check =
    answer === null
      ? null
      : checkAnswer({
          answer: answer.text,
          passages: prompt.placed,
          language: question.language,
          settings: state,
          expected: question.answer,
          sign,
        })
  const quotes = quoteFates({
    gold: question.gold,
    corpus,
    retrieved: retrieval.ranked,
    reranked: reranked.ranked,
    prompt,
  })
  const missing = missingPieces(input, unscored)
  const scores = (ranking: readonly number[], k: number): StageScores =>
    stageScores({ corpus, question, ranking, k, relevant, countTokens })
  const found = retrieval.ranked.map(({ passage }) => passage)
  const keptRanking = kept.map(({ passage }) => passage)
  const placed = prompt.placed.toSorted((one, other) => one.rank - other.rank)
  const seen = { question, quotes, answer: check, missing }
  return {
    ...seen,
    queries,
    relevant,
    retrieval,
    rerank: reranked,
    prompt,
    scores: {
      retrieval: scores(found, state.k),
      unreranked: scores(found, state.keepN),
      rerank: scores(keptRanking, state.keepN),
      prompt: scores(
        placed.map(({ id }) => id),
        state.keepN,
      ),
    },
    lost: lostAt(seen),
  }
}
