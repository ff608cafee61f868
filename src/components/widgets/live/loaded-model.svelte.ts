import type { LanguageModel } from '../../../worker/client.ts'
import { hasGpu } from '../../../worker/client/has-gpu.ts'
import { findModel } from '../../../worker/models.ts'
import { OnDemand, type Loading } from './on-demand.svelte.ts'

/** One language model: loaded when asked for, on the graphics processor if the reader wants. */
export class LoadedModel extends OnDemand<LanguageModel> {
  readonly id: string
  readonly facts
  /** Whether this device has a graphics processor to choose; false until `offerGpu` found one. */
  gpuOffered = $state(false)
  /** The reader wants the model on the graphics processor. */
  onGpu = $state(false)

  constructor(id: string) {
    super()
    this.id = id
    this.facts = findModel(id)
  }

  /** Where the model computes once it is started. */
  get device(): 'wasm' | 'webgpu' {
    return this.gpuOffered && this.onGpu ? 'webgpu' : 'wasm'
  }

  /** Looks for a graphics processor. */
  offerGpu = async (): Promise<void> => {
    this.gpuOffered = await hasGpu()
  }

  protected override async load(loading: Loading): Promise<LanguageModel> {
    const { loadLanguageModel } = await import('../../../worker/client.ts')
    return loadLanguageModel(this.id, { ...loading, device: this.device })
  }

  protected opened(): LanguageModel {
    if (this.model === null) throw new Error('The model is not loaded.')
    return this.model
  }
}
