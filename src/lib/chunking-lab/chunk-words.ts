import { formatCount } from '../format/format-count.ts'
import type { LabChunk } from './lab-chunk.ts'
import { levelNames } from './names.ts'

/** What is said of one chunk: its measures, the boundary before it and the one after it. */
export interface ChunkWords {
  readonly measures: string
  readonly before: string
  readonly after: string
  readonly headings: string
}

/**
 * Says of a chunk how long it is, what it repeats and why it ends where it does.
 *
 * @example chunkWords({ chunk, next: undefined, asked: '100 characters' }).after //=> 'It ends with the text.'
 */
export function chunkWords(request: {
  readonly chunk: LabChunk
  readonly next: LabChunk | undefined
  /** The overlap asked for, in words. */
  readonly asked: string
}): ChunkWords {
  const { chunk, next, asked } = request
  const { number, start, end, characters, tokens, readTo, oversize, literal } = chunk
  const where =
    literal === undefined
      ? `places ${formatCount(start)} to ${formatCount(end)}`
      : 'changed by the library, so that it is no stretch of the text'
  const parts = [
    count(characters, 'character'),
    ...(tokens === null ? [] : [count(tokens, 'token')]),
    where,
  ]
  const remarks = [
    ...(oversize === true ? [' Longer than the size, because it cannot be cut.'] : []),
    ...(readTo === null
      ? []
      : [` The embedder stops reading at place ${formatCount(readTo)}; the rest is not searched.`]),
  ]
  return {
    measures: `${parts.join(', ')}.${remarks.join('')}`,
    before: number === 1 ? 'It begins with the text.' : sharedWords(chunk, asked),
    after:
      next === undefined
        ? 'It ends with the text.'
        : `Cut at: ${levelNames[chunk.level]}. ${chunk.reason} ${sharedWords(next, asked, true)}`,
    headings: (chunk.headings ?? []).join(' › '),
  }
}

function sharedWords({ number, repeats }: LabChunk, asked: string, after = false): string {
  const who = after ? `Chunk ${formatCount(number)} repeats` : 'It repeats'
  if (repeats.characters === 0) return `${who} nothing of the one before (asked for: ${asked}).`
  const tokens = repeats.tokens === null ? '' : ` (${count(repeats.tokens, 'token')})`
  return `${who} ${count(repeats.characters, 'character')}${tokens} of the one before (asked for: ${asked}).`
}

const count = (value: number, name: string) =>
  `${formatCount(value)} ${name}${value === 1 ? '' : 's'}`
