/** A splitter library whose cuts can be reproduced. */
export type CompatLibrary = 'langchain-python' | 'langchain-js' | 'llamaindex'

/** A chunk as a library returns it: its text, which need not be a slice of the original. */
export interface CompatChunk {
  readonly text: string
  /** Where the chunk begins in the original, in UTF-16 units; absent where it is not found there. */
  readonly start?: number
  /** Headings above the chunk, by the names that the caller gave them. */
  readonly metadata?: Readonly<Record<string, string>>
}
