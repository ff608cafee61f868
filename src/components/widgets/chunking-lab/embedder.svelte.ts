import type { EmbedderId } from '../../../lib/chunking-lab/lab-state.ts'
import type { EmbeddingModel, LoadProgress } from '../../../worker/client.ts'
import { findModel, type EmbeddingModelFacts } from '../../../worker/models.ts'

const factsOf = (id: EmbedderId): EmbeddingModelFacts => {
  const facts = findModel(id)
  if (facts?.kind !== 'embedding') throw new Error(`There is no embedder "${id}".`)
  return facts
}

/** One embedder: loaded when asked for, stopped and given back. */
export class Embedder {
  readonly id: EmbedderId
  readonly facts: EmbeddingModelFacts
  status: 'idle' | 'loading' | 'ready' | 'failed' = $state('idle')
  progress: LoadProgress | null = $state.raw(null)
  /** One sentence when something failed, or ''. */
  problem = $state('')
  model: EmbeddingModel | null = $state.raw(null)
  #stop = new AbortController()

  constructor(id: EmbedderId) {
    this.id = id
    this.facts = factsOf(id)
  }

  /** Downloads and starts it. */
  start = async (): Promise<void> => {
    if (this.status === 'loading' || this.status === 'ready') return
    this.status = 'loading'
    this.problem = ''
    this.progress = null
    this.#stop = new AbortController()
    const { signal } = this.#stop
    try {
      const { loadEmbeddingModel } = await import('../../../worker/client.ts')
      const model = await loadEmbeddingModel(this.id, {
        signal,
        onProgress: (progress) => (this.progress = progress),
      })
      if (signal.aborted) return model.dispose()
      this.model = model
      this.status = 'ready'
    } catch (error) {
      this.status = 'failed'
      this.problem = error instanceof Error ? error.message : String(error)
    }
  }

  /** Stops loading; gives a loaded model's memory back. */
  stop = (): void => {
    this.#stop.abort()
    this.model?.dispose()
    this.model = null
    if (this.status === 'ready') this.status = 'idle'
  }

  /** Remembers a fault of the loaded model; one that ended needs a new start. */
  fault(error: unknown): void {
    this.problem = error instanceof Error ? error.message : String(error)
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined
    if (code !== 'worker-died' && code !== 'unloaded') return
    this.model = null
    this.status = 'failed'
  }
}
