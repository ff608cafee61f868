import type { Span } from '../chunking/chunk.ts'
import { goldSurvives } from '../evaluation/gold-survives.ts'
import { isRelevantChunk } from '../evaluation/is-relevant-chunk.ts'
import type { GoldShare } from './pipeline-trace.ts'
import type { RagPassage, RagQuestion } from './rag-corpus.ts'

/** The evidence of a question that the parsed text holds. */
export const goldSpans = (question: RagQuestion): readonly Span[] =>
  question.gold.flatMap(({ span }) => (span === null ? [] : [span]))

/**
 * What a passage holds of the evidence: a whole quote, enough of one to count as relevant, or none.
 *
 * @example goldShare(passage, [{ start: 3, end: 9 }]) // 'whole'
 */
export function goldShare({ span }: RagPassage, spans: readonly Span[]): GoldShare {
  if (span === null) return 'none'
  if (spans.some((quote) => goldSurvives([span], quote))) return 'whole'
  return isRelevantChunk(span, spans) ? 'part' : 'none'
}
