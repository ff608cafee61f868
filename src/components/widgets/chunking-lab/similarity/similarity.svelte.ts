import type { LabChunk } from '../../../../lib/chunking-lab/lab-chunk.ts'
import type { CosineMatrix } from '../../../../lib/chunking-lab/similarity/cosine-matrix.ts'
import { flatVectors, type FlatVectors } from '../../../../lib/retrieval/flat-vectors.ts'
import { MOST_HEAT } from '../../../../lib/chunking-lab/similarity/heat-layout.ts'
import { MOST_MAPPED } from '../../../../lib/chunking-lab/similarity/map-layout.ts'
import type { PairSummary } from '../../../../lib/chunking-lab/similarity/pair-summary.ts'
import {
  goldChunks,
  rankedChunks,
  type RankedChunk,
} from '../../../../lib/chunking-lab/similarity/ranked-chunks.ts'
import { similarityTable } from '../../../../lib/chunking-lab/similarity/similarity-table.ts'
import type {
  MapRequest,
  SimilarityMap,
} from '../../../../lib/chunking-lab/similarity/similarity-map.ts'
import { FEWEST_FOR_UMAP } from '../../../../lib/chunking-lab/similarity/used-neighbours.ts'
import { words } from '../../../../lib/chunking-lab/similarity/words.ts'
import type { GoldQuestion } from '../../../../lib/corpus/corpus.ts'
import type { Table } from '../../../../lib/export/table.ts'
import type { ChunkingLab } from '../chunking-lab.svelte.ts'
import { FarResult } from './far-result.svelte.ts'

/** The view embeds no more chunks than this. */
export const MOST_EMBEDDED = 2000

/** Chunks that a picture shows, which are the last ones while the new ones are embedded. */
interface ShownChunks {
  readonly chunks: readonly LabChunk[]
  readonly texts: readonly string[]
  readonly language: 'en' | 'zh'
  readonly embedder: string
}

interface ShownHeat {
  readonly matrix: CosineMatrix
  readonly summary: PairSummary | null
  readonly cut: ShownChunks
  /** Whether it is still the last cut's. */
  readonly late: boolean
}

export interface ShownRanking {
  readonly ranked: readonly RankedChunk[]
  readonly cut: ShownChunks
  readonly query: string
  readonly late: boolean
}

/** What the similarity view shows of a lab's vectors. */
export class Similarity {
  readonly lab: ChunkingLab
  readonly cosines = new FarResult('cosines')
  readonly maps = new FarResult('map')

  constructor(lab: ChunkingLab) {
    this.lab = lab
  }

  readonly model = $derived.by(() => this.lab.embedder.facts.name)
  readonly tooMany = $derived.by(() => this.lab.chunks.length > MOST_EMBEDDED)
  readonly vectors = $derived.by(() => {
    const { vectors } = this.lab
    return vectors === null || vectors.length === 0 || this.tooMany ? null : vectors
  })
  readonly flat = $derived.by(() => (this.vectors === null ? null : flatVectors(this.vectors)))
  /** The chunks that some vectors belong to. */
  readonly #cutOf = new WeakMap<FlatVectors, ShownChunks>()
  #firstVectors(most: number): FlatVectors | null {
    if (this.vectors === null) return null
    const { chunks, chunkTexts: texts, language } = this.lab
    const flat = flatVectors(this.vectors.slice(0, most))
    this.#cutOf.set(flat, { chunks, texts, language, embedder: this.lab.embedder.id })
    return flat
  }
  /** Whether pictures of the last cut may stay while those of the new one are on their way. */
  readonly #waiting = $derived.by(() => {
    const { chunks, embedder } = this.lab
    if (chunks.length < 2 || this.tooMany) return false
    return this.vectors !== null || embedder.status === 'ready'
  })
  #stays(cut: ShownChunks | undefined): cut is ShownChunks {
    return cut !== undefined && this.#waiting && cut.embedder === this.lab.embedder.id
  }

  readonly #heatFrom = $derived.by(() => this.#firstVectors(MOST_HEAT))
  /** The cosines that are shown, with their chunks: of this cut, or still of the last one. */
  readonly heat: ShownHeat | null = $derived.by(() => {
    const { known } = this.cosines
    const cut = known === null ? undefined : this.#cutOf.get(known.from)
    if (known === null || cut === undefined) return null
    if (known.from === this.#heatFrom) return { ...known.to, cut, late: false }
    return this.#stays(cut) ? { ...known.to, cut, late: true } : null
  })
  readonly #cosines = $derived.by(() => (this.heat?.late === false ? this.heat : null))
  /** Cosines of all pairs of the first chunks; null until they are computed. */
  readonly matrix: CosineMatrix | null = $derived.by(() => this.#cosines?.matrix ?? null)
  readonly summary: PairSummary | null = $derived.by(() => this.#cosines?.summary ?? null)

  /** The question that is asked, if the places of its answer are known. */
  readonly #question: GoldQuestion | null = $derived.by(
    () => this.lab.questions.find(({ text }) => text === this.lab.query) ?? null,
  )
  readonly marked = $derived.by(() => this.#question !== null)
  readonly gold: ReadonlySet<number> = $derived.by(() =>
    goldChunks(this.lab.chunks, this.#question?.spans ?? []),
  )
  /** All chunks, best first; null without a question or vectors. */
  readonly ranked = $derived.by(() => {
    const query = this.lab.queryVector
    const vectors = this.flat
    if (query === null || vectors === null || query.length !== vectors.dimensions) return null
    return rankedChunks({ query, vectors, gold: this.gold })
  })
  #lastRanking: ShownRanking | null = null
  /** The ranking that is shown, with its chunks: of this cut, or still of the last one. */
  readonly ranking: ShownRanking | null = $derived.by(() => {
    const { ranked, lab } = this
    if (ranked !== null) {
      const { chunks, chunkTexts: texts, language, query } = lab
      const cut = { chunks, texts, language, embedder: lab.embedder.id }
      this.#lastRanking = { ranked, cut, query, late: false }
      return this.#lastRanking
    }
    const last = this.#lastRanking
    if (last === null || last.query !== lab.query) return null
    return this.#stays(last.cut) ? { ...last, late: true } : null
  })
  readonly best = $derived.by(
    () => this.ranked?.slice(0, this.lab.state.k).map(({ index }) => index) ?? [],
  )

  readonly #mapVectors = $derived.by(() =>
    this.vectors === null || this.vectors.length < 2 ? null : this.#firstVectors(MOST_MAPPED),
  )
  readonly #mapFrom: MapRequest | null = $derived.by(() => {
    const vectors = this.#mapVectors
    if (vectors === null) return null
    const { map, neighbours, seed } = this.lab.state
    const method = vectors.count < FEWEST_FOR_UMAP ? 'pca' : map
    return method === 'pca'
      ? { vectors, query: this.lab.queryVector, method, neighbours: 0, seed: 0 }
      : { vectors, query: this.lab.queryVector, method, neighbours, seed }
  })
  /** The map of these chunks; the last one while another is computed. */
  readonly map: SimilarityMap | null = $derived.by(() => {
    const { known } = this.maps
    if (known === null) return null
    const stays = this.#stays(this.#cutOf.get(known.from.vectors))
    return known.from.vectors === this.#mapVectors || stays ? known.to : null
  })
  /** Whether the map is still the last cut's. */
  readonly mapLate = $derived.by(
    () => this.map !== null && this.maps.known?.from.vectors !== this.#mapVectors,
  )

  /** The table to take along; null until there is one. */
  readonly table: (() => Table) | null = $derived.by(() => {
    const { matrix, ranked, lab } = this
    if (matrix === null) return null
    return () => {
      const cosines: number[] = []
      for (const { index, cosine } of ranked ?? []) cosines[index] = cosine
      const question = ranked === null ? null : { text: lab.query, cosines }
      return similarityTable({ matrix, question, caption: words.table.caption(lab.title) })
    }
  })

  /** Computes what the view needs; call it in an effect. */
  follow(): void {
    this.cosines.follow(this.#heatFrom)
    this.maps.follow(this.#mapFrom)
  }

  dispose(): void {
    this.cosines.follow(null)
    this.maps.follow(null)
  }
}
