import type { LanguageModel, LoadProgress } from '../../../worker/client.ts'
import { hasGpu } from '../../../worker/client/has-gpu.ts'
import { findModel } from '../../../worker/models.ts'

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** A model that is loaded when it is asked for, can be stopped, and gives its memory back. */
export class LoadedModel {
  readonly facts
  status: 'off' | 'loading' | 'ready' | 'failed' = $state('off')
  progress: LoadProgress | null = $state.raw(null)
  /** One sentence when something failed, or ''. */
  problem = $state('')
  /** One sentence when something is less than it could be, or null. */
  notice: string | null = $state(null)
  /** Whether this device has a graphics processor to choose; false until `offerGpu` found one. */
  gpuOffered = $state(false)
  /** The reader wants the model on the graphics processor. */
  onGpu = $state(false)
  protected model: LanguageModel | null = null
  #stop = new AbortController()

  constructor(modelId: string) {
    this.facts = findModel(modelId)
  }

  /** Where the model computes once it is started. */
  get device(): 'wasm' | 'webgpu' {
    return this.gpuOffered && this.onGpu ? 'webgpu' : 'wasm'
  }

  /** Looks for a graphics processor. */
  offerGpu = async (): Promise<void> => {
    this.gpuOffered = await hasGpu()
  }

  /** Downloads and starts the model. */
  start = async (): Promise<void> => {
    const id = this.facts?.id
    if (id === undefined || this.status === 'loading' || this.status === 'ready') return
    this.status = 'loading'
    this.problem = ''
    this.progress = null
    const signal = this.stoppable()
    try {
      const { loadLanguageModel } = await import('../../../worker/client.ts')
      this.model = await loadLanguageModel(id, {
        signal,
        device: this.device,
        onProgress: (progress) => (this.progress = progress),
      })
      this.notice = this.model.notice
      this.status = 'ready'
    } catch (error) {
      this.status = 'failed'
      this.problem = sentence(error)
    }
  }

  /** Whether what was last begun was stopped by the reader. */
  get stopped(): boolean {
    return this.#stop.signal.aborted
  }

  /** Stops what was last begun: loading, or writing. */
  stop = (): void => this.#stop.abort()

  /** Gives the memory back. */
  dispose = (): void => this.unload()

  protected unload(): void {
    this.stop()
    this.model?.dispose()
    this.model = null
    this.status = 'off'
  }

  /** Begins something that `stop` ends. */
  protected stoppable(): AbortSignal {
    this.#stop = new AbortController()
    return this.#stop.signal
  }

  protected opened(): LanguageModel {
    if (this.model === null) throw new Error('The model is not loaded.')
    return this.model
  }

  /** Says what went wrong; a model that is gone must be loaded again. */
  protected fault(error: unknown): void {
    this.problem = sentence(error)
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code === 'worker-died' || code === 'unloaded') {
      this.model = null
      this.status = 'failed'
    }
  }
}
