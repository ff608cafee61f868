/** A range of a text: `text.slice(start, end)` in UTF-16 units, as JavaScript counts. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What a chunk ends at: the kind of boundary that the cut after it respects. */
export type ChunkLevel =
  'end' | 'heading' | 'paragraph' | 'line' | 'sentence' | 'word' | 'grapheme' | 'token' | 'meaning'

/** A piece of a text. `text.slice(start, end)` is the piece, character for character. */
export interface Chunk extends Span {
  /** How many tokens it has, where the tokens of the text were given. */
  readonly tokens?: number
  /** Where the cut at its end fell. */
  readonly level: ChunkLevel
  /** One sentence for the reader: why the cut fell there. */
  readonly reason: string
  /** Longer than the size, because what it holds cannot be cut (one grapheme, one code block). */
  readonly oversize?: boolean
  /** Headings above it, outermost first, where the strategy knows them. */
  readonly headings?: readonly string[]
}
