import { cutName } from '../../lib/embedding/recorded-chunking.ts'
import type { PassageCut } from '../../lib/embedding/recorded-chunking.ts'
import type { EmbeddingRole } from '../../worker/client.ts'
import {
  recordedEmbeddings,
  type RecordedVectors,
} from '../../worker/embedding/recorded-vectors.ts'
import { findEmbeddingModel } from '../../worker/models.ts'

type Lookup = ReturnType<typeof recordedEmbeddings>
type Role = 'query' | 'passage'

/** Vectors that were recorded for the course's texts; those of the first result come with the page. */
export class RecordedLookups {
  loading = $state(false)
  #open: Readonly<Record<string, readonly Readonly<Record<Role, Lookup>>[]>> = $state.raw({})
  #asked: readonly string[] = []

  constructor(first: RecordedVectors | null) {
    if (first !== null) this.#keep(first)
  }

  find(model: string, corpus: string, role: EmbeddingRole, of: Role, text: string) {
    const prefix = findEmbeddingModel(model)?.prefixes[of] ?? ''
    if (role === 'bare' && prefix !== '') return null
    for (const lookups of this.#open[`${model}/${corpus}`] ?? []) {
      const found = lookups[of](text)
      if (found !== null) return found.vector
    }
    return null
  }

  /** Whether the whole recording was fetched, or cannot be. */
  isHere(model: string, corpus: string, cut: PassageCut): boolean {
    return this.#done.includes(`${model}/${corpus}/${cutName(cut)}`)
  }
  #done: readonly string[] = $state.raw([])

  async load(model: string, corpus: string, cut: PassageCut): Promise<void> {
    const key = `${model}/${corpus}/${cutName(cut)}`
    if (this.#asked.includes(key)) return
    this.#asked = [...this.#asked, key]
    this.loading = true
    try {
      const { loadRecordedVectors } = await import('./recorded-vectors.ts')
      const found = await loadRecordedVectors(model, corpus, cut)
      if (found !== null) this.#keep(found)
    } catch {
      // Without a recording the live embedder does the same.
      this.#asked = this.#asked.filter((each) => each !== key)
    }
    this.#done = [...this.#done, key]
    this.loading = false
  }

  #keep(recorded: RecordedVectors): void {
    const key = `${recorded.model}/${recorded.corpus}`
    const lookups = {
      query: recordedEmbeddings(recorded, 'query'),
      passage: recordedEmbeddings(recorded, 'passage'),
    }
    this.#open = { ...this.#open, [key]: [...(this.#open[key] ?? []), lookups] }
  }
}
