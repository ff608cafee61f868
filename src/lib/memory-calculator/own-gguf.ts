import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { formatNumber } from '../format/format-number.ts'
import { formatParameters } from '../format/format-parameters.ts'
import type { Table } from '../export/table.ts'
import { ggufTensorTable } from '../gguf/gguf-tensor-table.ts'
import type { GgufHeader } from '../gguf/gguf-header.ts'
import { specFromGguf } from '../gguf/spec-from-gguf.ts'
import type { ByteBase } from '../units/units.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import type { CalculatorState } from './calculator-state.ts'
import { ownModel, SHAPE_KEY } from './own-model.ts'
import type { OwnModel } from './own-model.ts'
import { packSpec } from './pack-spec.ts'

/** What the header of a GGUF file gives: the model, the state that goes with it, and its tensors. */
export interface OwnGguf {
  readonly own: OwnModel
  readonly change: Partial<CalculatorState>
  readonly says: string
  readonly warnings: readonly string[]
  /** Bytes by type of tensor. */
  readonly types: Table
  readonly tensors: Table
}

/**
 * Turns a GGUF header into the calculator's model and state: the shape, the exact size of the
 * weights, and the type of the file.
 *
 * @throws GgufError in words for a file that is no whole language model.
 * @example ownGguf(header, { name: 'llama.gguf', base: 'iec' }).change.engine //=> 'llama.cpp'
 */
export function ownGguf(
  header: GgufHeader,
  file: { readonly name: string; readonly base: ByteBase },
): OwnGguf {
  const spec = specFromGguf(header)
  const named =
    spec.id === '' ? { ...spec, id: file.name.replace(/\.gguf$/i, '').slice(0, 80) } : spec
  const table = ggufTensorTable(header)
  const size = (bytes: number) => formatBytes(bytes, { base: file.base, digits: 2 })
  const text = JSON.stringify({ [SHAPE_KEY]: packSpec({ ...named, warnings: [] }) })
  const format = isWeightFormat(table.fileType) ? { weightFormat: table.fileType } : {}
  const cut =
    table.missingBytes > 0
      ? [`The file is cut off: ${size(table.missingBytes)} are missing at its end.`]
      : []
  return {
    own: { text, model: ownModel(named) },
    change: { config: text, engine: 'llama.cpp', fileBytes: Math.round(table.bytes), ...format },
    says: `${named.id}: ${formatParameters(table.parameters)} parameters, ${size(table.bytes)} of weights, ${table.fileType}, ${formatNumber(table.bitsPerWeight, { digits: 2 })} bits a weight.`,
    warnings: [...cut, ...spec.warnings],
    types: {
      caption: 'Bytes by type',
      columns: ['Type', 'Tensors', 'Weights', 'Bytes'],
      rows: table.byType.map(({ type, tensors, elements, bytes }) => [
        type,
        tensors,
        formatCount(elements),
        size(bytes),
      ]),
    },
    tensors: {
      caption: 'Tensors',
      columns: ['Tensor', 'Type', 'Shape', 'Bytes'],
      rows: table.rows.map(({ name, type, dims, bytes }) => [
        name,
        type,
        dims.join(' × '),
        formatCount(bytes),
      ]),
    },
  }
}
