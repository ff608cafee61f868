import type { GgmlTypeName } from './ggml-types.ts'

export type GgufScalar = number | boolean | string | null

/** An array of the metadata: long ones are counted, not kept. */
export interface GgufArray {
  readonly length: number
  /** The first elements: all of a numeric array up to 4,096, a few of any other. */
  readonly first: readonly GgufScalar[]
}

export type GgufValue = GgufScalar | GgufArray

export interface GgufTensorInfo {
  readonly name: string
  /** Columns first, as the file counts. */
  readonly dims: readonly number[]
  readonly type: GgmlTypeName
  /** Bytes from the start of the data. */
  readonly offset: number
}

/** Everything before the weights of a GGUF file. */
export interface GgufHeader {
  readonly version: number
  readonly metadata: ReadonlyMap<string, GgufValue>
  readonly tensors: readonly GgufTensorInfo[]
  /** Where the weights begin. */
  readonly dataStart: number
  /** Size of the whole file where it is known. */
  readonly fileBytes: number | null
}
