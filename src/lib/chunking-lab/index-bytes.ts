import { indexBytesFormula } from './index-bytes.formula.ts'

/**
 * Bytes of the vectors of an index: `vectors x dimensions x bytesPerValue`; 4 bytes a number
 * (float32) unless said otherwise.
 *
 * Units: bytes. Source: `pgvector-readme`.
 *
 * @throws RangeError when a number is negative or not finite.
 * @example indexBytes({ vectors: 10000, dimensions: 1024 }) // 40960000
 */
export function indexBytes(index: {
  readonly vectors: number
  readonly dimensions: number
  readonly bytesPerValue?: number
}): number {
  const { vectors, dimensions, bytesPerValue = 4 } = index
  for (const [name, value] of Object.entries({ vectors, dimensions, bytesPerValue })) {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`indexBytes: ${name} is ${value}; expected a finite number, 0 or more`)
    }
  }
  return indexBytesFormula.evaluate({ vectors, dimensions, bytesPerValue })
}
