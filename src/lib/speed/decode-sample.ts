import type { MemoryClass } from '../hardware/gpu.ts'

/** One measured decode speed, with what the speed model needs to know of it. */
export interface DecodeSample {
  readonly id: string
  /** Name of the device; a leave-one-out test leaves out all samples of a name. */
  readonly gpu: string
  readonly memoryClass: MemoryClass
  readonly bytesRead: number
  /** Bytes a second. */
  readonly bandwidth: number
  readonly layers: number
  readonly tokensPerSecond: number
}

/** Fitted constants of one memory class: see the formula decode-typical. */
export interface DecodeConstants {
  /** Share of the bandwidth that is reached, at most 1. */
  readonly efficiency: number
  /** Fixed time of a layer, in seconds. */
  readonly layerTime: number
}

export type FittedClasses = Readonly<Partial<Record<MemoryClass, DecodeConstants>>>
