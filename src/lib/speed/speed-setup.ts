import type { Gpu } from '../hardware/gpu.ts'
import type { InferenceSetup } from '../memory/setup.ts'
import type { WeightOptions } from '../weights/weight-options.ts'

/** What decides how fast a model runs: how it is stored, what it holds in mind, and on what. */
export interface SpeedSetup extends Pick<
  InferenceSetup,
  | 'engine'
  | 'weightFormat'
  | 'keyFormat'
  | 'valueFormat'
  | 'tokens'
  | 'sequences'
  | 'gpuCount'
  | 'knownWeightBytes'
> {
  readonly device: SpeedDevice
  /** Facts of a GGUF recipe, such as whether an importance matrix was used. */
  readonly weightOptions?: Pick<WeightOptions, 'imatrix' | 'groupSize'>
}

/** The part of a device that its speed follows from. */
export type SpeedDevice = Pick<Gpu, 'bandwidthGBps' | 'memoryClass'> & Partial<Pick<Gpu, 'tflops'>>
