import type { Table } from '../export/table.ts'
import { textOfChunk, type LabChunk } from './lab-chunk.ts'
import { levelNames } from './names.ts'
import { words } from './words.ts'

/** One line of the list: the cells of its columns. */
export const chunkCells = (chunk: LabChunk): readonly (string | number)[] => [
  chunk.number,
  chunk.literal === undefined ? chunk.start : '',
  chunk.literal === undefined ? chunk.end : '',
  chunk.characters,
  chunk.tokens ?? '',
  chunk.repeats.characters,
  chunk.repeats.tokens ?? '',
  levelNames[chunk.level],
  chunk.reason,
  (chunk.headings ?? []).join(' › '),
]

/**
 * The chunks as a table to take along, their texts in the last column.
 *
 * @example chunkTable('abc', chunks, 'A text').columns.at(-1) //=> 'Text'
 */
export const chunkTable = (text: string, chunks: readonly LabChunk[], caption: string): Table => ({
  caption,
  columns: [...words.list.columns, 'Text'],
  rows: chunks.map((chunk) => [...chunkCells(chunk), textOfChunk(text, chunk)]),
})
