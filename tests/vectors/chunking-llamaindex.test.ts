import { describe, it } from 'vitest'
import { compatChunks } from '../../src/lib/chunking/compat/compat-chunks.ts'
import { cl100kTokens } from './cl100k.ts'
import { expectChunks } from './chunking-answers.ts'
import { vectorCases } from './vectors.ts'
import type { LlamaindexOptions } from '../../src/lib/chunking/compat/compat-options.ts'
import type { ChunkingAnswer } from './chunking-answers.ts'

interface Input {
  readonly text: string
  readonly tokenizer: 'characters' | 'words' | 'cl100k_base'
  readonly sentence_tokenizer: 'none' | 'nltk_punkt'
  readonly options: {
    readonly chunk_size: number
    readonly chunk_overlap: number
    readonly paragraph_separator?: string
    readonly secondary_chunking_regex?: string | null
    readonly metadata_text?: string
  }
}

function optionsOf({ tokenizer, sentence_tokenizer, options: given }: Input): LlamaindexOptions {
  return {
    tokenizer: tokenizer === 'cl100k_base' ? cl100kTokens : tokenizer,
    sentenceTokenizer: sentence_tokenizer,
    chunkSize: given.chunk_size,
    chunkOverlap: given.chunk_overlap,
    paragraphSeparator: given.paragraph_separator,
    secondaryChunkingRegex: given.secondary_chunking_regex,
    metadataText: given.metadata_text,
  }
}

describe('chunks of LlamaIndex', () => {
  const { cases } = vectorCases<Input, ChunkingAnswer>('chunking-llamaindex')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'are equal in case $index ($input.tokenizer, $input.sentence_tokenizer)',
    ({ input, expected }) => {
      const { text } = input
      expectChunks(text, () => compatChunks(text, 'llamaindex', optionsOf(input)), expected)
    },
  )
})
