import { describe, it } from 'vitest'
import { compatChunks } from '../../src/lib/chunking/compat/compat-chunks.ts'
import { expectChunks } from './chunking-answers.ts'
import { vectorCases } from './vectors.ts'
import type {
  KeepSeparator,
  LangchainPythonOptions,
} from '../../src/lib/chunking/compat/compat-options.ts'
import type { ChunkingAnswer } from './chunking-answers.ts'

interface Options {
  readonly chunk_size?: number
  readonly chunk_overlap?: number
  readonly separator?: string
  readonly separators?: readonly string[]
  readonly is_separator_regex?: boolean
  readonly keep_separator?: KeepSeparator
  readonly strip_whitespace?: boolean
  readonly headers_to_split_on?: readonly (readonly [string, string])[]
  readonly strip_headers?: boolean
  readonly return_each_line?: boolean
}

interface Input {
  readonly splitter: LangchainPythonOptions['splitter']
  readonly text: string
  readonly options: Options
  readonly token_bytes_hex?: readonly string[]
}

function optionsOf({ splitter, options: given, token_bytes_hex }: Input): LangchainPythonOptions {
  const sizes = { chunkSize: given.chunk_size, chunkOverlap: given.chunk_overlap }
  const pieces = {
    ...sizes,
    keepSeparator: given.keep_separator,
    isSeparatorRegex: given.is_separator_regex,
    stripWhitespace: given.strip_whitespace,
  }
  switch (splitter) {
    case 'character':
      return { splitter, ...pieces, separator: given.separator }
    case 'recursive':
      return { splitter, ...pieces, separators: given.separators }
    case 'markdown_recursive':
      return { splitter, ...pieces }
    case 'markdown_header':
      return {
        splitter,
        headersToSplitOn: given.headers_to_split_on ?? [],
        stripHeaders: given.strip_headers,
        returnEachLine: given.return_each_line,
      }
    case 'token':
      return {
        splitter,
        ...sizes,
        tokenBytes: (token_bytes_hex ?? []).map((hex) => Buffer.from(hex, 'hex')),
      }
  }
}

describe('chunks of LangChain (Python)', () => {
  const { cases } = vectorCases<Input, ChunkingAnswer>('chunking-langchain-python')

  it.each(cases.map(({ input, expected }, index) => ({ index, input, expected })))(
    'are equal in case $index ($input.splitter)',
    ({ input, expected }) => {
      const { text } = input
      expectChunks(text, () => compatChunks(text, 'langchain-python', optionsOf(input)), expected)
    },
  )
})
