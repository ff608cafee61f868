import { indexBytes } from '../chunking-lab/index-bytes.ts'
import { graphBytesFormula } from './graph-bytes.formula.ts'

/** Bytes of one number of a vector, as an engine may keep it. */
export const numberBytes = { float32: 4, float16: 2, int8: 1, bit: 1 / 8 } as const

export type NumberFormat = keyof typeof numberBytes

export interface IndexPlanOptions {
  readonly vectors: number
  readonly dimensions: number
  readonly format: NumberFormat
  /** Links of a vector in an upper layer; pgvector and hnswlib call it m or M. */
  readonly links: number
  /** Memory of one machine that the index may have. */
  readonly machineBytes: number
  /** Copies of the whole index, for reads and for faults. */
  readonly copies: number
}

export interface IndexPlan {
  readonly vectorBytes: number
  readonly graphBytes: number
  /** One copy: vectors and links. */
  readonly totalBytes: number
  /** Machines that hold one copy. */
  readonly shards: number
  /** Machines over all copies. */
  readonly machines: number
}

/**
 * What an HNSW index in memory takes, and over how many machines it must lie:
 * `shards = ceil((vectors * dimensions * bytes + vectors * 2 * links * 4) / machine)`.
 *
 * A lower bound: texts, ids, upper layers, pages and the work of queries come on top.
 *
 * Units: bytes. Source: `hnsw-2016`, `pgvector-readme`.
 *
 * @throws RangeError when a number is not above 0
 * @example indexPlan({ vectors: 1e6, dimensions: 1024, format: 'float32', links: 16, machineBytes: 32e9, copies: 2 }).machines // 2
 */
export function indexPlan(options: IndexPlanOptions): IndexPlan {
  const { vectors, dimensions, format, links, machineBytes, copies } = options
  for (const [name, value] of Object.entries({ vectors, dimensions, links, machineBytes, copies }))
    if (!(value > 0 && value < Infinity))
      throw new RangeError(`indexPlan: ${name} is ${value}; expected a finite number above 0`)
  const vectorBytes = indexBytes({ vectors, dimensions, bytesPerValue: numberBytes[format] })
  const graphBytes = graphBytesFormula.evaluate({ vectors, links })
  const totalBytes = vectorBytes + graphBytes
  const shards = Math.ceil(totalBytes / machineBytes)
  return { vectorBytes, graphBytes, totalBytes, shards, machines: shards * copies }
}
