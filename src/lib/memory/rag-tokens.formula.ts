import type { Formula } from '../formula/formula.ts'

/**
 * Tokens of a prompt with retrieved chunks and of its answer: what the context must hold.
 *
 * Units: tokens. Source: `ollama-context`.
 *
 * @example
 * ragTokensFormula.evaluate({ chunks: 10, tokensPerChunk: 800, promptTokens: 1000, answerTokens: 1000 })
 * // 10000
 */
export const ragTokensFormula: Formula = {
  id: 'rag-tokens',
  title: 'Tokens of a prompt with retrieved chunks',
  expression: 'chunks * tokensPerChunk + promptTokens + answerTokens',
  symbols: {
    chunks: { meaning: 'chunks put into the prompt', unit: '1', range: [0, 100], whole: true },
    tokensPerChunk: { meaning: 'tokens of one chunk', unit: '1', range: [1, 4000], whole: true },
    promptTokens: {
      meaning: 'tokens of the question and instructions',
      unit: '1',
      range: [0, 8000],
      whole: true,
    },
    answerTokens: {
      meaning: 'tokens kept for the answer',
      unit: '1',
      range: [0, 8000],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'ollama-context',
  evaluate: ({ chunks = 0, tokensPerChunk = 0, promptTokens = 0, answerTokens = 0 }) =>
    chunks * tokensPerChunk + promptTokens + answerTokens,
}
