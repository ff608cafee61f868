/** Where a kept separator goes: to the piece after it ('start', as true) or before it ('end'). */
export type KeepSeparator = boolean | 'start' | 'end'

interface SizeOptions {
  /** Most units of a chunk. */
  readonly chunkSize?: number | undefined
  /** Units that a chunk may repeat of the one before. */
  readonly chunkOverlap?: number | undefined
}

interface PythonTextOptions extends SizeOptions {
  readonly keepSeparator?: KeepSeparator | undefined
  /** The separators are regular expressions in Python's syntax. */
  readonly isSeparatorRegex?: boolean | undefined
  readonly stripWhitespace?: boolean | undefined
}

/** Settings of langchain-text-splitters (Python), under the library's names in camel case. */
export type LangchainPythonOptions =
  | (PythonTextOptions & {
      readonly splitter: 'character'
      readonly separator?: string | undefined
    })
  | (PythonTextOptions & {
      readonly splitter: 'recursive'
      readonly separators?: readonly string[] | undefined
    })
  | (PythonTextOptions & { readonly splitter: 'markdown_recursive' })
  | MarkdownHeaderOptions
  | TokenOptions

/** Settings of MarkdownHeaderTextSplitter, which knows no size. */
export interface MarkdownHeaderOptions {
  readonly splitter: 'markdown_header'
  /** Pairs of a mark such as '##' and the name of its level; a null name keeps no metadata. */
  readonly headersToSplitOn: readonly (readonly [mark: string, name: string | null])[]
  readonly stripHeaders?: boolean | undefined
  readonly returnEachLine?: boolean | undefined
}

/** Settings of TokenTextSplitter; the text comes already encoded. */
export interface TokenOptions extends SizeOptions {
  readonly splitter: 'token'
  /** The UTF-8 bytes of each token of the text, in order. */
  readonly tokenBytes: readonly ArrayLike<number>[]
}

/** Settings of `@langchain/textsplitters` (JavaScript). */
export interface LangchainJsOptions extends SizeOptions {
  readonly splitter: 'character' | 'recursive' | 'markdown_recursive'
  /** 'character' only. */
  readonly separator?: string | undefined
  /** 'recursive' only. */
  readonly separators?: readonly string[] | undefined
  readonly keepSeparator?: boolean | undefined
}

/** Counts the tokens of a text: built in, or the caller's. */
export type TokenCounter = 'characters' | 'words' | ((text: string) => number)

/** Cuts a paragraph into sentences that make it up again: built in, or the caller's. */
export type SentenceTokenizer = 'none' | 'nltk_punkt' | ((text: string) => readonly string[])

/** Settings of LlamaIndex's SentenceSplitter. Sizes are tokens of `tokenizer`. */
export interface LlamaindexOptions extends SizeOptions {
  readonly tokenizer: TokenCounter
  readonly sentenceTokenizer?: SentenceTokenizer | undefined
  readonly separator?: string | undefined
  readonly paragraphSeparator?: string | undefined
  /** A regular expression in Python's syntax; null leaves the step out. */
  readonly secondaryChunkingRegex?: string | null | undefined
  /** Metadata that travels with every chunk; its tokens are taken off the size. */
  readonly metadataText?: string | undefined
}

/** The settings that each library takes. */
export interface CompatOptions {
  readonly 'langchain-python': LangchainPythonOptions
  readonly 'langchain-js': LangchainJsOptions
  readonly llamaindex: LlamaindexOptions
}
