import { recordedEmbeddings } from '../../../../worker/embedding/recorded-vectors.ts'
import type { ChunkingLab } from '../chunking-lab.svelte.ts'

type Look = ReturnType<typeof recordedEmbeddings>

interface Recorded {
  readonly key: string
  /** Null where nothing was recorded. */
  readonly passage: Look | null
  readonly query: Look | null
}

const none = { passage: null, query: null }

/** Recorded vectors of the course's texts, fetched when they may be of use. */
export class RecordedLookup {
  readonly #lab: ChunkingLab
  #known: Recorded | null = $state.raw(null)
  #asked = ''

  constructor(lab: ChunkingLab) {
    this.#lab = lab
  }

  readonly #key = $derived.by(() => {
    const { corpus, state } = this.#lab
    return corpus === null ? '' : `${state.embedder}/${corpus.id}`
  })
  readonly #current = $derived.by(() => (this.#known?.key === this.#key ? this.#known : null))
  readonly fetching = $derived.by(() => this.#key !== '' && this.#current === null)

  /** The recorded vectors of all chunks in their order, or null. */
  readonly passages: readonly Float32Array[] | null = $derived.by(() => {
    const look = this.#current?.passage
    const texts = this.#lab.chunkTexts
    if (!look || texts.length === 0) return null
    const vectors = texts.flatMap((text) => look(text)?.vector ?? [])
    return vectors.length === texts.length ? vectors : null
  })
  readonly query: Float32Array | null = $derived.by(
    () => this.#current?.query?.(this.#lab.query)?.vector ?? null,
  )

  /** Fetches what is missing; call it in an effect. */
  follow(): void {
    const key = this.#key
    if (key === '' || key === this.#asked) return
    this.#asked = key
    void this.#fetch(key)
  }

  async #fetch(key: string): Promise<void> {
    const [model = '', corpus = ''] = key.split('/')
    const { checksum } = this.#lab.embedder.facts
    let found: Omit<Recorded, 'key'> = none
    try {
      const { loadRecordedVectors } = await import('../../../data/recorded-vectors.ts')
      const recorded = await loadRecordedVectors(model, corpus)
      // Vectors of other model files are not this model's.
      if (recorded !== null && recorded.modelChecksum === checksum) {
        found = {
          passage: recordedEmbeddings(recorded, 'passage'),
          query: recordedEmbeddings(recorded, 'query'),
        }
      }
    } catch {
      // Without them the embedder computes the same.
    }
    if (this.#asked === key) this.#known = { key, ...found }
  }
}
