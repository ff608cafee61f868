import { bytesPerElement } from '../cache/bytes-per-element.ts'
import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import type { Table } from '../export/table.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import type { CacheFormat } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import { bytesPer } from '../units/units.ts'
import type { ByteBase } from '../units/units.ts'
import { shownShape } from './override-shape.ts'
import { sizeText } from './size-text.ts'

/** A published table of cache sizes: the data of `src/data/blog-table.json`. */
export interface PublishedTable {
  readonly formats: readonly { readonly heading: string; readonly format: CacheFormat }[]
  readonly rows: readonly {
    readonly tokens: number
    readonly cells: readonly { readonly gib: number; readonly mark: string }[]
  }[]
}

export interface PostCell {
  readonly format: CacheFormat
  readonly mark: string
  /** As the post prints it, whatever the units of the sheet. */
  readonly says: string
  readonly truth: string
  readonly truthBytes: number
  /** Published bytes / true bytes. */
  readonly factor: number
  readonly factorText: string
}

export interface PostRow {
  readonly label: string
  readonly tokens: number
  readonly cells: readonly PostCell[]
}

/**
 * The published table beside the true one for a model: no rounding of any engine, every layer
 * keeps every token, as the table itself counts.
 *
 * @example postRows(table, llama2, 'iec')[0].cells[0].factor //=> 12
 */
export function postRows(
  table: PublishedTable,
  spec: ModelSpec,
  base: ByteBase,
): readonly PostRow[] {
  return table.rows.map(({ tokens, cells }) => ({
    label: formatCount(tokens),
    tokens,
    cells: table.formats.map(({ format }, column) => {
      const said = (cells[column]?.gib ?? 0) * bytesPer.GiB
      const truth = trueBytes(spec, tokens, format)
      const factor = truth > 0 ? said / truth : 0
      return {
        format,
        mark: cells[column]?.mark ?? '',
        says: `${formatNumber(cells[column]?.gib ?? 0, { digits: 3 })} GB`,
        truth: sizeText(truth, base),
        truthBytes: truth,
        factor,
        factorText: `${formatNumber(factor, { digits: factor < 100 && factor % 1 !== 0 ? 1 : 0 })}×`,
      }
    }),
  }))
}

function trueBytes(spec: ModelSpec, tokens: number, format: CacheFormat): number {
  const { total } = kvCacheBytes(
    { layers: spec.layers, kind: spec.kind, family: 'llama' },
    {
      engine: 'llama.cpp',
      tokens,
      sequences: 1,
      keyFormat: format,
      valueFormat: format,
      rounding: false,
      swaFull: true,
    },
  )
  return total
}

/**
 * How many layers with the model's own heads would make the first cell of a published table true.
 *
 * `bytes / (2 x kv heads x head size x bytes of a number x tokens)`. Null for a model without heads.
 *
 * @example layersForTruth(table, llama2) //=> 384
 */
export function layersForTruth(table: PublishedTable, spec: ModelSpec): number | null {
  const shape = shownShape(spec)
  const [row] = table.rows
  const format = table.formats[0]?.format
  if (shape === null || row === undefined || format === undefined) return null
  const said = { bytes: (row.cells[0]?.gib ?? 0) * bytesPer.GiB, tokens: row.tokens, format }
  const layerBytes = 2 * shape.kvHeads * shape.headDim * bytesPerElement(said.format) * said.tokens
  return Math.round(said.bytes / layerBytes)
}

/** The comparison as a reader takes it along. */
export function exportedPostTable(
  rows: readonly PostRow[],
  headings: readonly string[],
  caption: string,
): Table {
  return {
    caption,
    columns: [
      'Tokens',
      ...headings.flatMap((each) => [`${each}: post`, `${each}: true`, 'Factor']),
    ],
    rows: rows.map(({ tokens, cells }) => [
      tokens,
      ...cells.flatMap(({ says, truth, factorText }) => [says, truth, factorText]),
    ]),
    plain: {
      columns: [
        'Tokens',
        ...headings.flatMap((each) => [
          `${each}: post, as printed`,
          `${each}: true (bytes)`,
          `${each}: factor`,
        ]),
      ],
      rows: rows.map(({ tokens, cells }) => [
        tokens,
        ...cells.flatMap(({ says, truthBytes, factor }) => [says, Math.round(truthBytes), factor]),
      ]),
    },
  }
}
