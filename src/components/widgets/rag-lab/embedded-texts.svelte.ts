import { mapOf, withEntries } from '../../../lib/rag-lab/view/with-entries.ts'
import type { EmbeddingRole } from '../../../worker/client.ts'
import type { Embedder } from '../live/embedder.svelte.ts'

/** Texts that are wanted from one embedder. */
export interface Wanted {
  readonly embedder: Embedder
  readonly role: EmbeddingRole
  readonly texts: readonly string[]
}

const keyOf = (model: string, role: EmbeddingRole, text: string) => `${model}\n${role}\n${text}`

/** Vectors of texts, or of all their tokens, by embedder and role; each is computed once. */
export class EmbeddedTexts {
  readonly of: 'text' | 'tokens'
  progress: { readonly done: number; readonly total: number } | null = $state.raw(null)
  /** Stopped by the reader, until the next start. */
  stopped = $state(false)
  #known: ReadonlyMap<string, Float32Array> = $state.raw(mapOf())
  #stop = new AbortController()
  #running = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(of: 'text' | 'tokens') {
    this.of = of
  }

  find(model: string, role: EmbeddingRole, text: string): Float32Array | null {
    return this.#known.get(keyOf(model, role, text)) ?? null
  }

  /** Computes what is wanted and not known, a moment after the last change; call it in an effect. */
  follow(wanted: readonly Wanted[]): void {
    const open = wanted.filter(
      ({ embedder, role, texts }) =>
        embedder.model !== null &&
        texts.some((text) => this.find(embedder.id, role, text) === null),
    )
    const first = open[0]
    clearTimeout(this.#timer)
    if (first === undefined || this.stopped || this.#running) return
    this.#timer = setTimeout(() => void this.#embed(first), 250)
  }

  stop = (): void => {
    this.stopped = true
    clearTimeout(this.#timer)
    this.#stop.abort()
  }

  start = (): void => {
    this.stopped = false
  }

  async #embed({ embedder, role, texts }: Wanted): Promise<void> {
    const { model } = embedder
    if (model === null || this.#running) return
    this.#running = true
    const { signal } = (this.#stop = new AbortController())
    const lacking = texts.filter((text) => this.find(embedder.id, role, text) === null)
    const options = {
      role,
      signal,
      onProgress: (progress: { done: number; total: number }) => (this.progress = progress),
    }
    this.progress = { done: 0, total: lacking.length }
    try {
      const rows =
        this.of === 'text'
          ? (await model.embed(lacking, options)).map(({ vector }) => vector)
          : (await model.embedTokens(lacking, options)).map((found) => found.rows)
      const found = lacking.flatMap((text, index): [string, Float32Array][] => {
        const row = rows[index]
        return row === undefined ? [] : [[keyOf(embedder.id, role, text), row]]
      })
      this.#running = false
      this.#known = withEntries(this.#known, found)
    } catch (error) {
      this.#running = false
      if (!signal.aborted) {
        embedder.fault(error)
        // A model that is gone goes on by itself once it is started again.
        this.stopped = embedder.model !== null
      }
    }
    this.progress = null
  }
}
