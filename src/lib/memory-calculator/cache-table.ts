import type { Table } from '../export/table.ts'
import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import type { CacheFormat, InferenceMemory } from '../memory/setup.ts'
import type { ByteBase } from '../units/units.ts'
import { sizeText } from './size-text.ts'

/** One cell of the table: the cache alone, and whether everything together fits. */
export interface CacheCell {
  readonly format: CacheFormat
  readonly bytes: number
  readonly text: string
  readonly total: string
  readonly totalBytes: number
  /** Null where the format does not suit the model. */
  readonly verdict: InferenceMemory['verdict'] | null
}

export interface CacheRow {
  readonly tokens: number
  readonly label: string
  readonly cells: readonly CacheCell[]
  /** True beyond what the model was made for. */
  readonly beyond: boolean
}

export const VERDICT_WORDS = { fits: 'fits', tight: 'tight', no: 'too big' } as const

/**
 * Makes a cell of the table.
 *
 * @example cacheCell({ format: 'f16', memory, base: 'iec' }).text //=> '64 MiB'
 */
export function cacheCell(made: {
  readonly format: CacheFormat
  /** Null where the format does not suit the model. */
  readonly memory: InferenceMemory | null
  readonly base: ByteBase
}): CacheCell {
  const { format, memory, base } = made
  if (memory === null) {
    return { format, bytes: 0, text: '–', total: 'not possible', totalBytes: 0, verdict: null }
  }
  const bytes = memory.parts.find(({ id }) => id === 'cache')?.bytes ?? 0
  return {
    format,
    bytes,
    text: sizeText(bytes, base),
    total: formatBytes(memory.total, { base }),
    totalBytes: memory.total,
    verdict: memory.verdict,
  }
}

/**
 * The table as a reader takes it along: one line a context, two columns a format; for programs
 * the bytes and the verdict stand in columns of their own.
 *
 * @example exportedCacheTable({ rows, caption: 'Llama 3', columns: ['f16'] }).columns
 * //=> ['Tokens', 'Cache f16', 'f16 on the card']
 */
export function exportedCacheTable(table: {
  readonly rows: readonly CacheRow[]
  readonly columns: readonly CacheFormat[]
  readonly caption: string
}): Table {
  const { rows, columns, caption } = table
  return {
    caption,
    columns: [
      'Tokens',
      ...columns.flatMap((format) => [`Cache ${format}`, `${format} on the card`]),
    ],
    rows: rows.map(({ tokens, cells }) => [
      tokens,
      ...cells.flatMap(({ text, total, verdict }) => [
        text,
        verdict === null ? total : `${total}, ${VERDICT_WORDS[verdict]}`,
      ]),
    ]),
    plain: {
      columns: [
        'Tokens',
        ...columns.flatMap((format) => [
          `Cache ${format} (bytes)`,
          `All with ${format} (bytes)`,
          `Status with ${format}`,
        ]),
      ],
      rows: rows.map(({ tokens, cells }) => [
        tokens,
        ...cells.flatMap(({ bytes, totalBytes, total, verdict }): readonly (string | number)[] =>
          verdict === null
            ? ['', '', total]
            : [Math.round(bytes), Math.round(totalBytes), VERDICT_WORDS[verdict]],
        ),
      ]),
    },
  }
}

/**
 * Adds a row, in its place and once; a table has at most 16.
 *
 * @example addRow([512, 2048], 1024) //=> [512, 1024, 2048]
 */
export function addRow(rows: readonly number[], tokens: number): readonly number[] {
  if (rows.includes(tokens) || rows.length >= 16) return rows
  return [...rows, tokens].sort((a, b) => a - b)
}

/**
 * Takes a row out; the last one stays.
 *
 * @example removeRow([512, 1024], 512) //=> [1024]
 */
export function removeRow(rows: readonly number[], tokens: number): readonly number[] {
  return rows.length > 1 ? rows.filter((row) => row !== tokens) : rows
}

/** Label of a row. */
export const rowLabel = (tokens: number): string => formatCount(tokens)
