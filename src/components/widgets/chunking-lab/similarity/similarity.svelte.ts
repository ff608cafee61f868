import { untrack } from 'svelte'
import type { CosineMatrix } from '../../../../lib/chunking-lab/similarity/cosine-matrix.ts'
import { flatVectors } from '../../../../lib/chunking-lab/similarity/flat-vectors.ts'
import { MOST_HEAT } from '../../../../lib/chunking-lab/similarity/heat-layout.ts'
import { MOST_MAPPED } from '../../../../lib/chunking-lab/similarity/map-layout.ts'
import type { PairSummary } from '../../../../lib/chunking-lab/similarity/pair-summary.ts'
import { goldChunks, rankedChunks } from '../../../../lib/chunking-lab/similarity/ranked-chunks.ts'
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
import { RecordedLookup } from './recorded.svelte.ts'

/** The view embeds no more chunks than this. */
export const MOST_EMBEDDED = 2000

/** What the similarity view shows of a lab's vectors. */
export class Similarity {
  readonly lab: ChunkingLab
  readonly recorded: RecordedLookup
  readonly cosines = new FarResult('cosines')
  readonly maps = new FarResult('map')

  constructor(lab: ChunkingLab) {
    this.lab = lab
    this.recorded = new RecordedLookup(lab)
  }

  readonly model = $derived.by(() => this.lab.embedder.facts.name)
  readonly tooMany = $derived.by(() => this.lab.chunks.length > MOST_EMBEDDED)
  readonly vectors = $derived.by(() => {
    const { vectors } = this.lab
    return vectors === null || vectors.length === 0 || this.tooMany ? null : vectors
  })
  readonly flat = $derived.by(() => (this.vectors === null ? null : flatVectors(this.vectors)))
  readonly #heatFrom = $derived.by(() =>
    this.vectors === null ? null : flatVectors(this.vectors.slice(0, MOST_HEAT)),
  )
  readonly #cosines = $derived.by(() => {
    const { known } = this.cosines
    return known !== null && known.from === this.#heatFrom ? known.to : null
  })
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
  readonly best = $derived.by(
    () => this.ranked?.slice(0, this.lab.state.k).map(({ index }) => index) ?? [],
  )

  readonly #mapVectors = $derived.by(() =>
    this.vectors === null || this.vectors.length < 2
      ? null
      : flatVectors(this.vectors.slice(0, MOST_MAPPED)),
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
    return known !== null && known.from.vectors === this.#mapVectors ? known.to : null
  })

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

  /** Fetches, hands over and computes what the view needs; call it in an effect. */
  follow(): void {
    const { lab, recorded } = this
    const { embedder } = lab.state
    recorded.follow()
    const { passages, query } = recorded
    const texts = lab.chunkTexts
    if (lab.vectors === null && passages !== null) {
      untrack(() => lab.passages.keep({ embedder, texts, vectors: passages }))
    }
    const asked = lab.query
    if (lab.queryVector === null && query !== null && asked.trim() !== '') {
      untrack(() => lab.queries.keep({ embedder, texts: [asked], vectors: [query] }))
    }
    this.cosines.follow(this.#heatFrom)
    this.maps.follow(this.#mapFrom)
  }

  dispose(): void {
    this.cosines.follow(null)
    this.maps.follow(null)
  }
}
