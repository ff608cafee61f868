import { untrack } from 'svelte'
import { sentenceSpans } from '../../../lib/chunking/sentence-spans.ts'
import type { Span } from '../../../lib/chunking/chunk.ts'
import { answerWords } from '../../../lib/chunking-lab/answer-words.ts'
import { chunkPicture } from '../../../lib/chunking-lab/chunk-picture.ts'
import { countedText } from '../../../lib/chunking-lab/counted-text.ts'
import type { Cut, CutRequest, CutSettings } from '../../../lib/chunking-lab/cut.ts'
import { cutNeeds, cutSettings } from '../../../lib/chunking-lab/cut-settings.ts'
import { emptyCut } from '../../../lib/chunking-lab/empty-cut.ts'
import { textOfChunk, type LabChunk } from '../../../lib/chunking-lab/lab-chunk.ts'
import { chunkingFacts } from '../../../lib/chunking-lab/lab-facts.ts'
import {
  chunkingSchema,
  COUNTED_TEXT,
  LONGEST_LINKED,
  OWN_TEXT,
} from '../../../lib/chunking-lab/lab-state.ts'
import type { ChunkingState, EmbedderId } from '../../../lib/chunking-lab/lab-state.ts'
import { packMarks, unpackMarks } from '../../../lib/chunking-lab/marks.ts'
import { neighbourDistances } from '../../../lib/chunking-lab/neighbour-distances.ts'
import { readingLimit } from '../../../lib/chunking-lab/reading-limit.ts'
import { steppedIndex, type Step } from '../../../lib/chunking-lab/stepped-index.ts'
import { textPages } from '../../../lib/chunking-lab/text-pages.ts'
import { words } from '../../../lib/chunking-lab/words.ts'
import { readTokens } from '../../../lib/chunking-lab/written-tokens.ts'
import type { Corpus, GoldQuestion } from '../../../lib/corpus/corpus.ts'
import type { CorpusFacts } from '../../../lib/corpus/corpus-facts.ts'
import { goldQuestions } from '../../../lib/corpus/gold-questions.ts'
import type { Table } from '../../../lib/export/table.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { WidgetState } from '../frame/widget-state.svelte.ts'
import { Cutter, type DoneCut } from './cutter.svelte.ts'
import { Embedder } from './embedder.svelte.ts'
import { Recorded, recordedVectors, type RecordedLookup } from './recorded.svelte.ts'
import { Texts } from './texts.svelte.ts'
import { TokenCounts } from './token-counts.svelte.ts'
import { Vectors } from './vectors.svelte.ts'

export interface ChunkingLabProps {
  readonly corpus: Corpus
  readonly corpora: readonly CorpusFacts[]
  /** Where the tokens of the text lie for the first embedder, as `writeTokens` writes them. */
  readonly tokens: { readonly embedder: string; readonly written: string }
  /** Bytes of each embedder's tokenizer. */
  readonly tokenizerBytes: Readonly<Record<EmbedderId, number>>
  readonly presets: readonly Preset[]
  readonly preset?: Preset | undefined
}

const counted = countedText().text

/** The Chunking lab's state and everything that follows from it. */
export class ChunkingLab {
  readonly lab: WidgetState<ChunkingState>
  readonly texts: Texts
  readonly cutter = new Cutter()
  readonly counts = new TokenCounts()
  readonly recorded = new Recorded()
  /** Vectors of the chunks, of the sentences (semantic strategy) and of the question. */
  readonly passages = new Vectors('passage')
  readonly sentences = new Vectors('passage')
  readonly queries = new Vectors('query')
  /** The chunk that all views point at: its index in `chunks`, or null. */
  selectedChunk: number | null = $state(null)
  /** What the reader has marked in the painted text, or null. */
  marked: Span | null = $state.raw(null)
  /** The table of a view that is taken along in place of the chunks; it brings its own picture. */
  exported: (() => Table | Promise<Table>) | null = $state.raw(null)
  /** The picture of that view in words. */
  exportedWords = $state('')
  /** The reader's own text where it is too long for a link, or ''. */
  longText = $state.raw('')
  /** The views that need the vectors now. */
  #wanting: readonly object[] = $state.raw([])
  #first: string
  #tokenizerBytes: ChunkingLabProps['tokenizerBytes']
  #last: DoneCut | null = null
  readonly #embedders: Readonly<Record<EmbedderId, Embedder>> = {
    'all-MiniLM-L6-v2': new Embedder('all-MiniLM-L6-v2'),
    'multilingual-e5-small-en-zh': new Embedder('multilingual-e5-small-en-zh'),
  }

  constructor({ corpus, corpora, tokens, tokenizerBytes, preset }: ChunkingLabProps) {
    this.lab = new WidgetState({ widget: 'chunking-lab', schema: chunkingSchema, preset })
    this.texts = new Texts(corpus, corpora)
    this.#first = corpus.id
    this.#tokenizerBytes = tokenizerBytes
    this.counts.keep({
      embedder: tokens.embedder,
      text: corpus.text,
      tokens: readTokens(tokens.written),
    })
  }

  get state(): ChunkingState {
    return this.lab.current
  }

  update(change: Partial<ChunkingState>): void {
    this.lab.update(change)
  }

  /** The text that the state names; the page's own where nobody knows that name. */
  readonly corpusId = $derived.by(() => {
    const { corpus } = this.state
    const known = corpus === OWN_TEXT || corpus === COUNTED_TEXT || this.texts.knows(corpus)
    return known ? corpus : this.#first
  })
  readonly own = $derived(this.corpusId === OWN_TEXT)
  /** The course's text with its questions, or null for another one and until it is fetched. */
  readonly corpus: Corpus | null = $derived.by(() => this.texts.find(this.corpusId) ?? null)
  /** The text that is wanted; null while it is fetched. */
  readonly wantedText: string | null = $derived.by(() => {
    if (this.own) return this.longText === '' ? this.state.text : this.longText
    return this.corpusId === COUNTED_TEXT ? counted : (this.corpus?.text ?? null)
  })
  readonly language: 'en' | 'zh' = $derived.by(() => {
    if (this.own) return this.state.language
    const facts = this.texts.list.find(({ id }) => id === this.corpusId)
    return facts?.language.startsWith('zh') === true ? 'zh' : 'en'
  })
  readonly title = $derived.by(() => {
    if (this.own) return words.source.own
    if (this.corpusId === COUNTED_TEXT) return words.source.counted
    return this.texts.list.find(({ id }) => id === this.corpusId)?.title ?? ''
  })

  readonly embedder: Embedder = $derived(this.#embedders[this.state.embedder])
  readonly limit = $derived(readingLimit(this.embedder.facts))

  // By value: a question that is typed must not cut the text again.
  readonly #settingsText = $derived(JSON.stringify(cutSettings(this.state, this.language)))
  readonly #settings = $derived(JSON.parse(this.#settingsText) as CutSettings)
  readonly #needs = $derived(cutNeeds(this.#settings))
  readonly #tokens = $derived(this.counts.of(this.state.embedder, this.wantedText ?? ''))

  /** The sentences of the text, where the semantic strategy asks for them. */
  readonly sentenceTexts: readonly string[] = $derived.by(() => {
    const text = this.wantedText
    if (text === null || this.#settings.strategy !== 'semantic') return []
    return sentenceSpans(text, this.language).map(({ start, end }) => text.slice(start, end))
  })
  /** Distance of each sentence to the next, or null where the embedder has not said. */
  readonly distances: readonly number[] | null = $derived.by(() => {
    if (this.sentenceTexts.length < 2) return this.sentenceTexts.length === 1 ? [] : null
    const vectors = this.sentences.of(this.state.embedder, this.sentenceTexts)
    return vectors === null ? null : neighbourDistances(vectors)
  })

  /** What is to be cut now; null while something of it is missing. */
  readonly request: CutRequest | null = $derived.by(() => {
    const text = this.wantedText
    const settings = this.#settings
    if (text === null || text.trim() === '' || settings.overlap >= settings.size) return null
    if (this.#needs === 'tokens' && this.#tokens === null) return null
    if (this.#settings.strategy === 'semantic' && settings.library === 'ours') {
      if (this.distances === null) return null
    }
    const { limit } = this
    return { text, settings, tokens: this.#tokens, distances: this.distances, limit }
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
    if (this.#needs === 'tokens' && this.#tokens === null) return words.cut.tokensMissing
    const { strategy, library } = this.#settings
    const semantic = strategy === 'semantic' && library === 'ours'
    return semantic && this.distances === null ? words.cut.distancesMissing : ''
  })

  /** Bytes of the tokenizer that would count this text, or null where nothing is to be counted. */
  readonly countable = $derived.by(() => {
    const text = this.wantedText
    if (text === null || text.trim() === '' || this.#tokens !== null) return null
    return this.corpus === null ? this.#tokenizerBytes[this.state.embedder] : null
  })

  readonly answer = $derived(answerWords(this.cut.summary, this.options, this.embedder.facts.name))
  readonly facts = $derived(chunkingFacts(this.state, this.cut.summary))
  readonly picture = $derived(
    chunkPicture({
      chunks: this.chunks,
      summary: this.cut.summary,
      textLength: this.text.length,
      size: this.options.unit === this.cut.summary.binUnit ? this.options.size : null,
      limit: this.limit,
    }),
  )

  /** The reader's own questions, whose answers were marked in the text. */
  readonly ownQuestions: readonly GoldQuestion[] = $derived(
    unpackMarks(this.state.marks, this.text.length),
  )
  /** The questions of the text with the places of their answers, the reader's own at the end. */
  readonly questions: readonly GoldQuestion[] = $derived([
    ...(this.corpus === null || this.corpus.text !== this.text ? [] : goldQuestions(this.corpus)),
    ...this.ownQuestions,
  ])

  /** Adds a question of the reader's own. */
  addQuestion(text: string, spans: readonly Span[]): void {
    const added = { id: '', text, spans }
    this.update({ marks: packMarks([...this.ownQuestions, added]) })
  }

  removeQuestion(id: string): void {
    this.update({ marks: packMarks(this.ownQuestions.filter((each) => each.id !== id)) })
  }

  readonly query: string = $derived(this.state.query)
  readonly #queryTexts: readonly string[] = $derived(this.query.trim() === '' ? [] : [this.query])
  /** What was recorded for this text and embedder, once a view asked for vectors; null for none. */
  readonly recordedHere: RecordedLookup | null = $derived(
    this.recorded.of(this.state.embedder, this.corpusId),
  )
  readonly #live = $derived(this.passages.of(this.state.embedder, this.chunkTexts))
  /** Vectors of the chunks in their order, live or recorded; null until there are some. */
  readonly vectors: readonly Float32Array[] | null = $derived(
    this.#live ?? recordedVectors(this.recordedHere?.passage, this.chunkTexts),
  )
  readonly queryVector: Float32Array | null = $derived.by(() => {
    const live = this.queries.of(this.state.embedder, this.#queryTexts)
    return (live ?? recordedVectors(this.recordedHere?.query, this.#queryTexts))?.[0] ?? null
  })
  /** Whether the vectors were recorded, not computed in this page. */
  readonly vectorsRecorded = $derived(this.vectors !== null && this.#live === null)

  /** Says that a view needs the vectors as long as it is there; use it as an effect. */
  wantVectors = (): (() => void) => {
    const view = {}
    this.#wanting = [...untrack(() => this.#wanting), view]
    return () => (this.#wanting = this.#wanting.filter((each) => each !== view))
  }

  /** Takes another text. What was marked and chosen in the last one goes. */
  chooseText(corpus: string): void {
    this.selectedChunk = null
    this.marked = null
    this.update({ corpus, marks: '' })
  }

  /** Takes the reader's own text; one that is too long for a link stays in the page only. */
  setOwnText(text: string): void {
    const fits = text.length <= LONGEST_LINKED
    this.longText = fits ? '' : text
    this.selectedChunk = null
    this.marked = null
    this.update({ corpus: OWN_TEXT, text: fits ? text : '', marks: '' })
  }

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

  /** Fetches, counts, cuts and embeds what the state asks for; call it in an effect. */
  follow(): void {
    const { embedder } = this
    const { corpus, wantedText } = this
    if (wantedText === null) void this.texts.load(this.corpusId)
    else {
      if (corpus !== null) void this.counts.load(embedder.id, corpus.id, corpus.text)
      this.counts.follow(embedder.id, wantedText)
    }
    this.cutter.follow(this.request)
    this.sentences.follow(embedder, this.sentenceTexts)
    if (this.#wanting.length > 0) {
      if (corpus !== null) void this.recorded.load(embedder.id, corpus.id)
      if (this.vectors === null) this.passages.follow(embedder, this.chunkTexts)
    }
    if (this.queryVector === null) this.queries.follow(embedder, this.#queryTexts)
  }

  dispose(): void {
    for (const embedder of Object.values(this.#embedders)) embedder.stop()
    this.counts.close()
    this.cutter.follow(null)
  }
}
