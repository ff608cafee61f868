import { goldSurvives } from '../evaluation/gold-survives.ts'
import type { AnswerCheck } from '../prompt-assembly/answer-check.ts'
import type { AssembledPrompt } from '../prompt-assembly/assembled-prompt.ts'
import type { LosingStage, QuoteFate, RankedPassage } from './pipeline-trace.ts'
import type { GoldQuote, RagCorpus } from './rag-corpus.ts'

/**
 * What became of each quote of the evidence: which passages hold it whole, at which rank the best of
 * them stood after each stage, and the first stage after which none was left.
 *
 * @example quoteFates({ …, gold: [{ quote: 'tea', span: null }] })[0].lostAt // 'parsing'
 */
export function quoteFates(request: {
  readonly gold: readonly GoldQuote[]
  readonly corpus: RagCorpus
  readonly retrieved: readonly RankedPassage[]
  readonly reranked: readonly RankedPassage[]
  readonly prompt: AssembledPrompt
}): readonly QuoteFate[] {
  const { gold, corpus, retrieved, reranked, prompt } = request
  return gold.map(({ quote, span }) => {
    const passages = corpus.passages.flatMap((passage) =>
      span !== null && passage.span !== null && goldSurvives([passage.span], span)
        ? [passage.index]
        : [],
    )
    const holds = ({ passage }: RankedPassage): boolean => passages.includes(passage)
    const kept = reranked.filter(({ dropped }) => dropped === null)
    const ranks = {
      retrieval: retrieved.find(holds)?.rank ?? null,
      rerank: kept.find(holds)?.rank ?? null,
      prompt: prompt.placed.find(({ id }) => passages.includes(id))?.number ?? null,
    }
    const lostAt = span === null ? 'parsing' : passages.length === 0 ? 'chunking' : lostLater(ranks)
    return { quote, span, passages, ranks, lostAt }
  })
}

function lostLater({ retrieval, rerank, prompt }: QuoteFate['ranks']): LosingStage | null {
  if (retrieval === null) return 'retrieval'
  if (rerank === null) return 'rerank'
  return prompt === null ? 'prompt' : null
}

/**
 * Whether the model lost what the prompt held: it refused, or a number or half of the content words
 * of the expected answer are missing. It goes by words, so that a right answer in other words counts
 * as lost.
 *
 * @example lostInGeneration({ …, refused: true }) // true
 */
export function lostInGeneration({ refused, expectedWords, missingWords }: AnswerCheck): boolean {
  if (refused) return true
  if (expectedWords === null) return false
  return expectedWords < 0.5 || missingWords.some((word) => /\p{Nd}/u.test(word))
}
