import { expect } from 'vitest'
import type { CompatChunk } from '../../src/lib/chunking/compat/compat-chunk.ts'

/** A chunk as a library returned it. */
export interface LibraryChunk {
  readonly text: string
  readonly start_index_code_points?: number
  readonly start_index_utf16?: number
  readonly metadata?: Readonly<Record<string, string>>
}

/** What a library answered: chunks, or a refusal. */
export interface ChunkingAnswer {
  readonly raises?: string
  readonly chunks?: readonly LibraryChunk[]
}

/** Expects the same chunks, texts and whatever else the library told of them, or a refusal. */
export function expectChunks(
  text: string,
  chunk: () => readonly CompatChunk[],
  { raises, chunks = [] }: ChunkingAnswer,
): void {
  if (raises !== undefined) {
    expect(chunk).toThrow()
    return
  }
  const got = chunk()
  const told = got.map((own, index) => withPlaces(text, own, chunks[index]))
  expect(told).toEqual(chunks)
  for (const { text: own, start } of got) {
    if (start !== undefined) expect(text.slice(start, start + own.length)).toBe(own)
  }
}

/** Our chunk in the library's form, with those of its fields that the library gave. */
function withPlaces(text: string, own: CompatChunk, told: LibraryChunk | undefined): LibraryChunk {
  const start = own.start ?? -1
  return {
    text: own.text,
    ...(own.metadata === undefined ? {} : { metadata: own.metadata }),
    ...(told?.start_index_utf16 === undefined ? {} : { start_index_utf16: start }),
    ...(told?.start_index_code_points === undefined
      ? {}
      : { start_index_code_points: start < 0 ? -1 : Array.from(text.slice(0, start)).length }),
  }
}
