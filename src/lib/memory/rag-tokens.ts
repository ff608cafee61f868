import { ragTokensFormula } from './rag-tokens.formula.ts'

/** What fills the context of a question with retrieved text. Tokens, but for `chunks`. */
export interface RagContext {
  readonly chunks: number
  readonly tokensPerChunk: number
  readonly promptTokens: number
  readonly answerTokens: number
}

/**
 * Tokens that the context must hold for a question with retrieved chunks and its answer.
 *
 * `chunks x tokens per chunk + prompt + answer`.
 *
 * @throws RangeError for a count that is not a whole number of at least 0.
 * @example
 * ragTokens({ chunks: 10, tokensPerChunk: 800, promptTokens: 1000, answerTokens: 1000 }) // 10_000
 */
export function ragTokens(context: RagContext): number {
  for (const [name, value] of Object.entries(context)) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new RangeError(`${name} is ${value}; it must be a whole number of at least 0.`)
    }
  }
  return ragTokensFormula.evaluate({ ...context })
}
