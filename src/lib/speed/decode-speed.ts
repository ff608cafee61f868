import type { Certainty, Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { computeCeilingFormula } from './compute-ceiling.formula.ts'
import { decodeCeilingFormula } from './decode-ceiling.formula.ts'
import { decodeConstants } from './decode-constants.ts'
import { decodeTypicalFormula } from './decode-typical.formula.ts'
import { prefillShare } from './prefill-share.ts'
import { speedInputs } from './speed-inputs.ts'
import type { SpeedSetup } from './speed-setup.ts'
import { worked } from './worked.ts'

/** Tokens a second of all sequences together; divide by the sequences for what one reader sees. */
export interface DecodeSpeed {
  readonly typical: number
  /** No engine can be faster on this device. */
  readonly ceiling: number
  /** Where a measured speed is likely to lie; its upper end never passes the ceiling. */
  readonly band: readonly [number, number]
  /** Bytes read in one step, shared by its tokens: bytes of the step / sequences. */
  readonly bytesPerToken: number
  readonly weightBytesRead: number
  readonly cacheBytesRead: number
  readonly certainty: Certainty
  readonly working: readonly Working[]
}

/**
 * Speed of writing tokens, one after the other: what memory allows at most, and what to expect.
 *
 * Ceiling: sequences x bandwidth / bytes read in a step, and no more than arithmetic allows.
 * Typical: sequences / (bytes / (efficiency x bandwidth) + layers x layer time), with constants
 * fitted on published runs of llama.cpp; for other engines and processors they are assumed.
 *
 * Units: tokens a second, bytes. Errors: RangeError for an encoder, an unknown format, or numbers
 * out of range.
 *
 * @example decodeSpeed(llama3_8b, { engine: 'llama.cpp', weightFormat: 'Q4_K_M', keyFormat: 'f16',
 *   valueFormat: 'f16', tokens: 512, sequences: 1,
 *   device: { bandwidthGBps: 1008, memoryClass: 'gddr' } }).typical //=> 127.8… (measured: 127.74)
 */
export function decodeSpeed(spec: ModelSpec, setup: SpeedSetup): DecodeSpeed {
  const inputs = speedInputs(spec, setup)
  const { sequences, engine, device } = setup
  const { efficiency, layerTime, spread, certainty } = decodeConstants({
    engine,
    memoryClass: device.memoryClass,
  })
  const { bandwidth, peak, activeParameters } = inputs
  const bytesRead = inputs.weightsRead + inputs.cacheRead
  const layers = spec.layers.length
  const shared = { sequences, bandwidth, bytesRead }
  const byMemory = worked(decodeCeilingFormula, shared)
  const expected = worked(decodeTypicalFormula, { ...shared, efficiency, layers, layerTime })
  const byArithmetic =
    peak === null ? null : worked(computeCeilingFormula, { peak, activeParameters })
  const ceiling = Math.min(byMemory.result, byArithmetic?.result ?? Infinity)
  const reached = prefillShare({ engine, memoryClass: device.memoryClass }).typical
  const typical = Math.min(expected.result, (byArithmetic?.result ?? Infinity) * reached)
  return {
    typical,
    ceiling,
    band: [typical / (1 + spread), Math.min(ceiling, typical * (1 + spread))],
    bytesPerToken: bytesRead / sequences,
    weightBytesRead: inputs.weightsRead,
    cacheBytesRead: inputs.cacheRead,
    certainty,
    working: [byMemory, ...(byArithmetic === null ? [] : [byArithmetic]), expected],
  }
}
