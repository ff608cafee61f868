import type { Chunk } from '../chunking/chunk.ts'

/** A piece that two neighbouring chunks share. */
export interface SharedText {
  readonly characters: number
  /** Null where nobody counted the tokens. */
  readonly tokens: number | null
}

/** A chunk as the lab shows it. */
export interface LabChunk extends Omit<Chunk, 'tokens'> {
  /** 1 for the first. */
  readonly number: number
  /** Unicode code points. */
  readonly characters: number
  readonly tokens: number | null
  /** What it repeats of the chunk before. */
  readonly repeats: SharedText
  /** Place in the text where the embedder stops reading it, or null where it reads it all. */
  readonly readTo: number | null
  /** The chunk's own text, where a library changed it so that it is no range of the text. */
  readonly literal?: string
}

/** The same in every view: the text that the embedder gets. */
export const textOfChunk = (text: string, chunk: LabChunk): string =>
  chunk.literal ?? text.slice(chunk.start, chunk.end)
