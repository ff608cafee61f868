import type { Embedding } from '../../../worker/client.ts'

type Lookup = (text: string) => Embedding | null

/** Vectors that were recorded for a text of the course, looked up by the text that was embedded. */
export interface RecordedLookup {
  readonly passage: Lookup
  readonly query: Lookup
}

/** The recorded vectors, fetched when a view needs them. */
export class Recorded {
  #open: Readonly<Record<string, RecordedLookup>> = $state.raw({})
  #asked: readonly string[] = []

  of(embedder: string, corpus: string): RecordedLookup | null {
    return this.#open[`${embedder}/${corpus}`] ?? null
  }

  async load(embedder: string, corpus: string): Promise<void> {
    const key = `${embedder}/${corpus}`
    if (this.#asked.includes(key)) return
    this.#asked = [...this.#asked, key]
    try {
      const { loadRecordedVectors } = await import('../../data/recorded-vectors.ts')
      const { recordedEmbeddings } = await import('../../../worker/embedding/recorded-vectors.ts')
      const found = await loadRecordedVectors(embedder, corpus)
      if (found === null) return
      const lookup = {
        passage: recordedEmbeddings(found, 'passage'),
        query: recordedEmbeddings(found, 'query'),
      }
      this.#open = { ...this.#open, [key]: lookup }
    } catch {
      // Without a recording the live embedder does the same.
      this.#asked = this.#asked.filter((each) => each !== key)
    }
  }
}

/** The vectors of texts, where all of them were recorded. */
export function recordedVectors(
  lookup: Lookup | undefined,
  texts: readonly string[],
): readonly Float32Array[] | null {
  if (lookup === undefined || texts.length === 0) return null
  const found = texts.map((text) => lookup(text)?.vector)
  const whole = found.filter((vector) => vector !== undefined)
  return whole.length === texts.length ? whole : null
}
