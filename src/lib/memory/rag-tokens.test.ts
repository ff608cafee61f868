import { expect, it } from 'vitest'
import { ragTokens } from './rag-tokens.ts'

const context = { chunks: 10, tokensPerChunk: 800, promptTokens: 1000, answerTokens: 1000 }

it('ten chunks of 800 with prompt and answer of 1000 each make 10,000 tokens', () => {
  expect(ragTokens(context)).toBe(10_000)
})

it('a count below zero is refused by name', () => {
  expect(() => ragTokens({ ...context, chunks: -1 })).toThrow(/chunks is -1/)
})
