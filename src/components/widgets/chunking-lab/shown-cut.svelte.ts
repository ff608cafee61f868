import { distancesOf } from '../../../lib/chunking/distances-of.ts'
import { sentenceSpans } from '../../../lib/chunking/sentence-spans.ts'
import type { Cut, CutRequest, CutSettings } from '../../../lib/chunking-lab/cut.ts'
import { cutNeeds, cutSettings } from '../../../lib/chunking-lab/cut-settings.ts'
import { emptyCut } from '../../../lib/chunking-lab/empty-cut.ts'
import { textOfChunk, type LabChunk } from '../../../lib/chunking-lab/lab-chunk.ts'
import { steppedIndex, type Step } from '../../../lib/chunking-lab/stepped-index.ts'
import { textPages } from '../../../lib/chunking-lab/text-pages.ts'
import { words } from '../../../lib/chunking-lab/words.ts'
import { Cutter, type DoneCut } from './cutter.svelte.ts'
import { Vectors } from './vectors.svelte.ts'
import { TextSource } from './text-source.svelte.ts'

/** The text cut into chunks: what is shown, what it waits for, and which chunk is chosen. */
export class ShownCut extends TextSource {
  readonly cutter = new Cutter()
  /** Vectors of the sentences, for the semantic strategy. */
  readonly sentences = new Vectors('passage')
  #last: DoneCut | null = null

  // By value: a question that is typed must not cut the text again.
  readonly #settingsText = $derived(JSON.stringify(cutSettings(this.state, this.language)))
  readonly #settings = $derived(JSON.parse(this.#settingsText) as CutSettings)
  readonly #needs = $derived(cutNeeds(this.#settings))

  /** The sentences of the text, where the semantic strategy asks for them. */
  readonly sentenceTexts: readonly string[] = $derived.by(() => {
    const text = this.wantedText
    if (text === null || !this.#needs.distances) return []
    return sentenceSpans(text, this.language).map(({ start, end }) => text.slice(start, end))
  })
  /** Distance of each sentence to the next, or null where the embedder has not said. */
  readonly distances: readonly number[] | null = $derived.by(() => {
    if (this.sentenceTexts.length < 2) return this.sentenceTexts.length === 1 ? [] : null
    const vectors = this.sentences.of(this.state.embedder, this.sentenceTexts)
    return vectors === null ? null : distancesOf(vectors)
  })

  /** What is to be cut now; null while something of it is missing. */
  readonly request: CutRequest | null = $derived.by(() => {
    const text = this.wantedText
    const settings = this.#settings
    if (text === null || text.trim() === '' || settings.overlap >= settings.size) return null
    if (this.#needs.tokens && this.wantedTokens === null) return null
    if (this.#needs.distances && this.distances === null) return null
    const { limit } = this
    return { text, settings, tokens: this.wantedTokens, distances: this.distances, limit }
  })
  readonly #outcome = $derived(this.request === null ? null : this.cutter.outcomeOf(this.request))

  /** The cut that is shown; the last good one while a new one is missing. */
  readonly done: DoneCut = $derived.by(() => {
    const text = this.wantedText
    if (text !== null && text.trim() === '') {
      return { request: this.#emptyRequest(text), cut: emptyCut }
    }
    this.#last = this.#outcome?.done ?? this.#last
    return this.#last ?? { request: this.#emptyRequest(''), cut: emptyCut }
  })
  #emptyRequest(text: string): CutRequest {
    const { limit } = this
    return { text, settings: this.#settings, tokens: null, distances: null, limit }
  }

  readonly cut: Cut = $derived(this.done.cut)
  /** The text that is shown, the options that cut it, and its chunks. */
  readonly text: string = $derived(this.done.request.text)
  readonly options: CutSettings = $derived(this.done.request.settings)
  readonly chunks: readonly LabChunk[] = $derived(this.cut.chunks)
  readonly tokens = $derived(this.done.request.tokens)
  /** The text of each chunk, as the embedder gets it. */
  readonly chunkTexts: readonly string[] = $derived(
    this.chunks.map((chunk) => textOfChunk(this.text, chunk)),
  )
  readonly pages = $derived(textPages(this.text, this.chunks))
  readonly selected: LabChunk | null = $derived(
    this.selectedChunk === null ? null : (this.chunks[this.selectedChunk] ?? null),
  )

  /** What stands in the way of a new result, one sentence each. */
  readonly problems: readonly string[] = $derived.by(() => {
    const { size, overlap } = this.#settings
    return [
      ...(overlap >= size ? [words.cut.overlapTooBig(overlap, size)] : []),
      ...(this.#outcome?.problem ? [words.cut.refused(this.#outcome.problem)] : []),
      ...(this.texts.problem === '' ? [] : [this.texts.problem]),
      ...(this.counts.problem === '' ? [] : [this.counts.problem]),
      ...(this.corpusId === this.state.corpus ? [] : [words.source.unknown(this.state.corpus)]),
    ]
  })
  /** What the result waits for, or ''. */
  readonly waits = $derived.by(() => {
    const text = this.wantedText
    if (text === null || text.trim() === '') return ''
    if (this.#needs.tokens && this.wantedTokens === null) return words.cut.tokensMissing
    if (!this.#needs.distances || this.distances !== null) return ''
    return this.embedder.status === 'ready' ? words.cut.comparingNow : words.cut.distancesMissing
  })

  select(index: number | null): void {
    this.selectedChunk = index === null || this.chunks[index] === undefined ? null : index
  }

  chunkOfNumber(number: number): LabChunk | null {
    return this.chunks.find((chunk) => chunk.number === number) ?? null
  }

  /** Chooses a chunk by the number that it shows. */
  selectNumber(number: number): void {
    const index = this.chunks.findIndex((chunk) => chunk.number === number)
    this.select(index < 0 ? null : index)
  }

  /** Chooses the next chunk, or the one before, the first, the last. */
  step(way: Step): void {
    this.select(steppedIndex(this.selectedChunk, this.chunks.length, way))
  }
}
