import { bitsPerWeightFormula } from './bits-per-weight.formula.ts'
import { ggmlTypes } from './ggml-types.ts'
import type { GgmlTypeName } from './ggml-types.ts'
import { ggufElements } from './gguf-contents.ts'
import { ggufFileTypeName } from './gguf-file-type-name.ts'
import type { GgufHeader } from './gguf-header.ts'

export interface GgufTensorRow {
  readonly name: string
  readonly type: GgmlTypeName
  /** Columns first. */
  readonly dims: readonly number[]
  readonly elements: number
  readonly bytes: number
  readonly bitsPerWeight: number
}

export interface GgufTensorTable {
  readonly rows: readonly GgufTensorRow[]
  /** Tensors of each type, most bytes first. */
  readonly byType: readonly {
    readonly type: GgmlTypeName
    readonly tensors: number
    readonly elements: number
    readonly bytes: number
  }[]
  /** Everything in the file, as llama.cpp counts it. */
  readonly elements: number
  /** Without what is no parameter: rotary factors and the router's selection biases. */
  readonly parameters: number
  readonly bytes: number
  readonly bitsPerWeight: number
  /** What the file says it is, such as 'Q4_K_M', else the type of most bytes. */
  readonly fileType: string
  /** Bytes that the tensors need and the file does not have: above 0 for a cut-off download. */
  readonly missingBytes: number
}

const notParameters = /(^rope_|\.rope_|exp_probs_b)/

/**
 * Every tensor of a file with its bytes, and their sums: elements / elements of a block x bytes of
 * a block.
 *
 * Source: `gguf-quant-sizes`. Bytes.
 *
 * @example ggufTensorTable(header).parameters // 8030261248 for Llama 3.1 8B
 */
export function ggufTensorTable(header: GgufHeader): GgufTensorTable {
  const rows = header.tensors.map(({ name, type, dims }): GgufTensorRow => {
    const { blockElements, blockBytes } = ggmlTypes[type]
    const elements = ggufElements({ dims })
    const bytes = (elements / blockElements) * blockBytes
    const bitsPerWeight = bitsPerWeightFormula.evaluate({ blockBytes, blockElements })
    return { name, type, dims, elements, bytes, bitsPerWeight }
  })
  const elements = sum(rows, 'elements')
  const bytes = sum(rows, 'bytes')
  const byType = sumByType(rows)
  const ends = header.tensors.map(({ offset }, index) => offset + (rows[index]?.bytes ?? 0))
  const end = header.dataStart + ends.reduce((last, next) => Math.max(last, next), 0)
  return {
    rows,
    byType,
    elements,
    parameters:
      elements -
      sum(
        rows.filter(({ name }) => notParameters.test(name)),
        'elements',
      ),
    bytes,
    bitsPerWeight: elements === 0 ? 0 : (8 * bytes) / elements,
    fileType: ggufFileTypeName(header) ?? byType[0]?.type ?? 'empty',
    missingBytes: header.fileBytes === null ? 0 : Math.max(0, end - header.fileBytes),
  }
}

function sum(rows: readonly GgufTensorRow[], key: 'elements' | 'bytes'): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function sumByType(rows: readonly GgufTensorRow[]): GgufTensorTable['byType'] {
  return [...new Set(rows.map(({ type }) => type))]
    .map((type) => {
      const some = rows.filter((row) => row.type === type)
      const elements = sum(some, 'elements')
      return { type, tensors: some.length, elements, bytes: sum(some, 'bytes') }
    })
    .sort((a, b) => b.bytes - a.bytes)
}
