import type { Embedder } from '../live/embedder.svelte.ts'

/** Texts turned into vectors by one embedder. */
interface Known {
  readonly embedder: string
  readonly role: 'query' | 'passage'
  readonly texts: readonly string[]
  readonly vectors: readonly Float32Array[]
}

const same = (one: readonly string[], other: readonly string[]) =>
  one === other ||
  (one.length === other.length && one.every((text, index) => text === other[index]))

/**
 * Vectors of a list of texts, as the live embedder makes them. It keeps what it embedded, so that
 * only changed texts take time.
 */
export class Vectors {
  readonly role: 'query' | 'passage'
  /** How far the embedding is, or null when none is under way. */
  progress: { readonly done: number; readonly total: number } | null = $state.raw(null)
  /** Stopped by the reader, until the next start. */
  stopped = $state(false)
  #known: readonly Known[] = $state.raw([])
  #stop = new AbortController()
  #asked: { readonly embedder: string; readonly texts: readonly string[] } | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(role: 'query' | 'passage') {
    this.role = role
  }

  /** The vectors of texts, in their order, or null. */
  of(embedder: string, texts: readonly string[]): readonly Float32Array[] | null {
    const found = this.#known.find((each) => each.embedder === embedder && same(each.texts, texts))
    return found?.vectors ?? null
  }

  #keep(known: Omit<Known, 'role'>): void {
    this.#known = [{ ...known, role: this.role }, ...this.#known.slice(0, 3)]
  }

  /** Embeds texts that are new, a moment after the last change; call it in an effect. */
  follow(embedder: Embedder, texts: readonly string[]): void {
    if (embedder.model === null || texts.length === 0 || this.stopped) return
    if (this.of(embedder.id, texts) !== null) return
    const asked = this.#asked
    if (asked?.embedder === embedder.id && same(asked.texts, texts)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#embed(embedder, texts), 300)
  }

  /** Stops the embedding that is under way. */
  stop = (): void => {
    this.stopped = true
    clearTimeout(this.#timer)
    this.#stop.abort()
    this.progress = null
  }

  /** Goes on after a stop. */
  start = (): void => {
    this.stopped = false
    this.#asked = null
  }

  async #embed(embedder: Embedder, texts: readonly string[]): Promise<void> {
    this.#stop.abort()
    const { signal } = (this.#stop = new AbortController())
    const { model } = embedder
    if (model === null) return
    const mine = (this.#asked = { embedder: embedder.id, texts })
    this.progress = { done: 0, total: texts.length }
    try {
      const found = await model.embed(texts, {
        role: this.role,
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) this.progress = progress
        },
      })
      const vectors = found.map(({ vector }) => vector)
      if (!signal.aborted) this.#keep({ embedder: embedder.id, texts, vectors })
    } catch (error) {
      if (!signal.aborted) embedder.fault(error)
    }
    if (this.#asked !== mine) return
    this.#asked = null
    this.progress = null
  }
}
