import type { MemoryClass, PeakTflops } from '../hardware/gpu.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { PackedSpec } from './pack-spec.ts'

/** A model as the page carries it: its names and its shape, nothing else. */
export interface ModelRow {
  readonly id: string
  readonly name: string
  readonly publisher: string
  readonly aliases: readonly string[]
  /** Repository on the model hub, for command lines; null where there is none. */
  readonly repository: string | null
  /** Tokens that the model was trained for, where its card says. */
  readonly nativeContext: number | null
  readonly spec: PackedSpec
}

/** A graphics card or machine as the page carries it. */
export interface GpuRow {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: string
  /** Bytes that programs may use of one device. */
  readonly memoryBytes: number
  readonly bandwidthGBps: number
  readonly memoryClass: MemoryClass
  readonly tflops: PeakTflops
}

/** What the calculator computes with: the model and the device that the state names, looked up. */
export interface CalculatorData {
  readonly model: {
    readonly id: string
    readonly name: string
    readonly repository: string | null
    readonly nativeContext: number | null
    readonly spec: ModelSpec
  }
  readonly gpu: GpuRow
  /** The second model on the card, null for none. */
  readonly second: { readonly name: string; readonly spec: ModelSpec } | null
}
