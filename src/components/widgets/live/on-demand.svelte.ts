import type { LoadProgress } from '../../../worker/client.ts'

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

/** How a load is watched and stopped. */
export interface Loading {
  readonly signal: AbortSignal
  readonly onProgress: (progress: LoadProgress) => void
}

/** What a worker gives for a loaded model. */
interface Loaded {
  readonly notice: string | null
  dispose(): void
}

/** A model that is loaded when it is asked for, can be stopped, and gives its memory back. */
export abstract class OnDemand<Model extends Loaded> {
  status: 'off' | 'loading' | 'ready' | 'failed' = $state('off')
  progress: LoadProgress | null = $state.raw(null)
  /** One sentence when something failed, or ''. */
  problem = $state('')
  model: Model | null = $state.raw(null)
  #stop = new AbortController()

  /** Downloads and starts the model. */
  protected abstract load(loading: Loading): Promise<Model>

  start = async (): Promise<void> => {
    if (this.status === 'loading' || this.status === 'ready') return
    this.status = 'loading'
    this.problem = ''
    this.progress = null
    const signal = this.stoppable()
    try {
      const onProgress = (progress: LoadProgress) => (this.progress = progress)
      const model = await this.load({ signal, onProgress })
      if (signal.aborted) return this.#giveBack(model)
      this.model = model
      this.status = 'ready'
    } catch (error) {
      this.status = 'failed'
      this.problem = sentence(error)
    }
  }

  /** One sentence when something is less than it could be, or null. */
  get notice(): string | null {
    return this.model?.notice ?? null
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
    this.#giveBack(this.model)
    this.model = null
  }

  #giveBack(model: Model | null): void {
    model?.dispose()
    this.status = 'off'
  }

  /** Begins something that `stop` ends. */
  protected stoppable(): AbortSignal {
    this.#stop = new AbortController()
    return this.#stop.signal
  }

  /** Says what went wrong; a model that is gone must be loaded again. */
  fault(error: unknown): void {
    this.problem = sentence(error)
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code !== 'worker-died' && code !== 'unloaded') return
    this.model = null
    this.status = 'failed'
  }
}
