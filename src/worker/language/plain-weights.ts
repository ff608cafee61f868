import { fillMatrix, type BlockMatrix } from './fill-matrix.ts'
import { halfFloats } from './half-floats.ts'
import { LateBytes } from './late-bytes.ts'

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

interface Place {
  readonly file: string
  readonly offset: number
}

interface Size {
  readonly name: string
  readonly rows: number
  readonly columns: number
}

/** A matrix of the plain graph, and where the codes that it is computed from are. */
interface CodedFacts extends Size {
  readonly bits: 4 | 8
  readonly codes: Place
  readonly scales: Place
  readonly minima: Place | null
}

/** A matrix that the files hold in 16-bit floating-point numbers. */
interface HalfFacts extends Size {
  readonly halves: Place
}

/** The list that the export script writes beside the plain graph. */
export interface PlainWeights {
  readonly block: number
  readonly matrices: readonly (CodedFacts | HalfFacts)[]
}

interface ExternalFile {
  readonly path: string
  readonly data: Uint8Array<ArrayBuffer>
}

export interface PlainFiles {
  readonly externalData: readonly ExternalFile[]
  /** Frees the stored files and the room that matrices were computed in, once the session is made. */
  readonly release: () => void
}

const bytesAt = (files: Files, { file, offset }: Place, length: number): Uint8Array => {
  const bytes = files.get(file)?.subarray(offset, offset + length)
  if (bytes?.length !== length) throw new Error(`${file} ends before a matrix does`)
  return bytes
}

const halvesAt = (files: Files, place: Place, count: number): Float32Array => {
  const { buffer, byteOffset } = bytesAt(files, place, count * 2)
  return halfFloats(new Uint16Array(buffer, byteOffset, count))
}

const codesAt = (files: Files, { codes, bits, rows, columns }: CodedFacts) => {
  const bytes = bytesAt(files, codes, (rows * columns * bits) / 8)
  return bits === 4 ? bytes : new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
}

/** Gives a buffer's memory back at once, where the browser can (ES2024), and not at the next collection. */
const drop = (buffer: ArrayBuffer): void => {
  if ('transfer' in buffer) buffer.transfer(0)
}

/** The stored form of a matrix, with its scales and minima as 32-bit numbers. */
const blocksOf = (files: Files, facts: CodedFacts, block: number): BlockMatrix => {
  const { rows, columns, scales, minima } = facts
  const shared = Math.ceil(rows / block) * columns
  return {
    rows,
    columns,
    block,
    codes: codesAt(files, facts),
    scales: halvesAt(files, scales, shared),
    minima: minima === null ? null : halvesAt(files, minima, shared),
  }
}

/**
 * The weights of the plain graph as the files that ONNX Runtime reads: each matrix under its own
 * name, computed when it is asked for, and the stored files that the graph reads as they are.
 */
export const plainWeights = ({ block, matrices }: PlainWeights, files: Files): PlainFiles => {
  let scratch = new Float32Array(0)
  const make = (facts: CodedFacts | HalfFacts) => () => {
    const size = facts.rows * facts.columns
    if (scratch.length < size) scratch = new Float32Array(size)
    if ('halves' in facts) scratch.set(halvesAt(files, facts.halves, size))
    else fillMatrix(blocksOf(files, facts, block), scratch)
    return new Uint8Array(scratch.buffer, 0, size * 4)
  }
  const late = matrices.map((facts) => ({
    path: facts.name,
    data: new LateBytes(facts.rows * facts.columns * 4, make(facts)),
  }))
  const stored = [...files].flatMap(([path, data]) =>
    /\.onnx_data(_\d+)?$/.test(path) ? [{ path: path.replace(/^.*\//, ''), data }] : [],
  )
  const release = () => {
    for (const { buffer } of [scratch, ...stored.map(({ data }) => data)]) drop(buffer)
  }
  return { externalData: [...stored, ...late], release }
}
