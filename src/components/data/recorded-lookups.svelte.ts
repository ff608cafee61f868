import { cutName } from '../../lib/embedding/recorded-chunking.ts'
import type { PassageCut } from '../../lib/embedding/recorded-chunking.ts'
import type { EmbeddingRole } from '../../worker/client.ts'
import { recordedLookup, type RecordedLookup } from '../../worker/embedding/recorded-lookup.ts'
import type { RecordedVectors } from '../../worker/embedding/recorded-vectors.ts'
import { findEmbeddingModel } from '../../worker/models.ts'

const keyOf = (model: string, corpus: string, cut: PassageCut | undefined) =>
  `${model}/${corpus}/${cut === undefined ? '' : cutName(cut)}`

/**
 * Vectors that were recorded for the course's texts, fetched when they may be of use; those of a
 * first result may come with the page.
 */
export class RecordedLookups {
  #open: Readonly<Record<string, readonly RecordedLookup[]>> = $state.raw({})
  #asked: readonly string[] = []
  #done: readonly string[] = $state.raw([])

  constructor(first: RecordedVectors | null = null) {
    if (first !== null) this.#keep(first)
  }

  /** The vector of a text that was embedded in a role, as the recording's queries or passages. */
  find(
    model: string,
    corpus: string,
    role: EmbeddingRole,
    of: keyof RecordedLookup,
    text: string,
  ): Float32Array | null {
    const prefix = findEmbeddingModel(model)?.prefixes[of] ?? ''
    if (role === 'bare' && prefix !== '') return null
    for (const lookup of this.#open[`${model}/${corpus}`] ?? []) {
      const found = lookup[of](text)
      if (found !== null) return found.vector
    }
    return null
  }

  /** The vectors of texts in their order, where all of them were recorded. */
  all(
    model: string,
    corpus: string,
    of: keyof RecordedLookup,
    texts: readonly string[],
  ): readonly Float32Array[] | null {
    const vectors: Float32Array[] = []
    for (const text of texts) {
      const vector = this.find(model, corpus, of, of, text)
      if (vector === null) return null
      vectors.push(vector)
    }
    return texts.length > 0 ? vectors : null
  }

  /** Whether the whole recording was fetched, or cannot be. */
  isHere(model: string, corpus: string, cut?: PassageCut): boolean {
    return this.#done.includes(keyOf(model, corpus, cut))
  }

  /** Fetches a recording once, with the passages of a cut or of all cuts. */
  async load(model: string, corpus: string, cut?: PassageCut): Promise<void> {
    const key = keyOf(model, corpus, cut)
    if (this.#asked.includes(key)) return
    this.#asked = [...this.#asked, key]
    try {
      const { loadRecordedVectors } = await import('./recorded-vectors.ts')
      const found = await loadRecordedVectors(model, corpus, cut)
      if (found !== null) this.#keep(found)
    } catch {
      // Without a recording the live embedder does the same.
      this.#asked = this.#asked.filter((each) => each !== key)
    }
    this.#done = [...this.#done, key]
  }

  #keep(recorded: RecordedVectors): void {
    const lookup = recordedLookup(recorded)
    if (lookup === null) return
    const key = `${recorded.model}/${recorded.corpus}`
    this.#open = { ...this.#open, [key]: [...(this.#open[key] ?? []), lookup] }
  }
}
