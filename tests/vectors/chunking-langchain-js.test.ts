import { describe, it } from 'vitest'
import { compatChunks } from '../../src/lib/chunking/compat/compat-chunks.ts'
import { expectChunks } from './chunking-answers.ts'
import { vectorCases } from './vectors.ts'
import type { LangchainJsOptions } from '../../src/lib/chunking/compat/compat-options.ts'
import type { ChunkingAnswer } from './chunking-answers.ts'

interface Input {
  readonly splitter: LangchainJsOptions['splitter']
  readonly text: string
  readonly options: {
    readonly chunk_size?: number
    readonly chunk_overlap?: number
    readonly separator?: string
    readonly separators?: readonly string[]
    readonly keep_separator?: boolean
  }
}

function optionsOf({ splitter, options: given }: Input): LangchainJsOptions {
  return {
    splitter,
    chunkSize: given.chunk_size,
    chunkOverlap: given.chunk_overlap,
    separator: given.separator,
    separators: given.separators,
    keepSeparator: given.keep_separator,
  }
}

describe('chunks of LangChain (JavaScript)', () => {
  const { cases } = vectorCases<Input, ChunkingAnswer>('chunking-langchain-js')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'are equal in case $index ($input.splitter)',
    ({ input, expected }) => {
      const { text } = input
      expectChunks(text, () => compatChunks(text, 'langchain-js', optionsOf(input)), expected)
    },
  )
})
