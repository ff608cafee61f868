import type { CalculatorState } from './calculator-state.ts'
import { ragTokens } from '../memory/rag-tokens.ts'
import { MOST_TOKENS } from './calculator-state.ts'

/**
 * Tokens in the context of one sequence: what the learner set, or with RAG
 * `chunks x tokens a chunk + prompt + answer`.
 *
 * @example contextTokens({ rag: true, chunks: 5, chunkTokens: 500, promptTokens: 0, answerTokens: 0, tokens: 1 }) //=> 2500
 */
export function contextTokens(
  state: Pick<
    CalculatorState,
    'rag' | 'tokens' | 'chunks' | 'chunkTokens' | 'promptTokens' | 'answerTokens'
  >,
): number {
  if (!state.rag) return state.tokens
  const { chunks, chunkTokens, promptTokens, answerTokens } = state
  const tokens = ragTokens({ chunks, tokensPerChunk: chunkTokens, promptTokens, answerTokens })
  return Math.min(MOST_TOKENS, Math.max(1, tokens))
}
