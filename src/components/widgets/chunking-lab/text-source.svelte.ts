import type { Span } from '../../../lib/chunking/chunk.ts'
import { countedText } from '../../../lib/chunking-lab/counted-text.ts'
import {
  chunkingSchema,
  COUNTED_TEXT,
  LONGEST_LINKED,
  OWN_TEXT,
} from '../../../lib/chunking-lab/lab-state.ts'
import type { ChunkingState } from '../../../lib/chunking-lab/lab-state.ts'
import { movedMarks } from '../../../lib/chunking-lab/moved-marks.ts'
import { readingLimit } from '../../../lib/chunking-lab/reading-limit.ts'
import { words } from '../../../lib/chunking-lab/words.ts'
import { readTokens } from '../../../lib/chunking-lab/written-tokens.ts'
import type { Corpus } from '../../../lib/corpus/corpus.ts'
import type { CorpusFacts } from '../../../lib/corpus/corpus-facts.ts'
import { byEmbedder } from '../../../lib/embedding/by-embedder.ts'
import type { EmbedderId } from '../../../lib/embedding/embedders.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { WidgetState } from '../frame/widget-state.svelte.ts'
import { Embedder } from '../live/embedder.svelte.ts'
import { Texts } from '../texts/texts.svelte.ts'
import { TokenCounts } from '../texts/token-counts.svelte.ts'

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

/** Which text is cut, in which language, and for which embedder. */
export class TextSource {
  readonly lab: WidgetState<ChunkingState>
  readonly texts: Texts
  readonly counts = new TokenCounts()
  /** The chunk that all views point at: its index in `chunks`, or null. */
  selectedChunk: number | null = $state(null)
  /** What the reader has marked in the painted text, or null. */
  marked: Span | null = $state.raw(null)
  /** The reader's own text where it is too long for a link, or ''. */
  longText = $state.raw('')
  protected readonly embedders = byEmbedder((id) => new Embedder(id))
  /** The reader's questions to the texts that are not shown now. */
  #marks: Readonly<Record<string, string>> = {}
  #first: string
  #tokenizerBytes: ChunkingLabProps['tokenizerBytes']

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

  readonly embedder: Embedder = $derived(this.embedders[this.state.embedder])
  readonly limit = $derived(readingLimit(this.embedder.facts))

  /** Where the tokens of the wanted text lie, or null where nobody counted them. */
  protected readonly wantedTokens = $derived(
    this.counts.of(this.state.embedder, this.wantedText ?? ''),
  )
  /** Bytes of the tokenizer that would count this text, or null where nothing is to be counted. */
  readonly countable = $derived.by(() => {
    const text = this.wantedText
    if (text === null || text.trim() === '' || this.wantedTokens !== null) return null
    return this.corpus === null ? this.#tokenizerBytes[this.state.embedder] : null
  })

  /** Takes another text, with the questions that were marked in it before. */
  chooseText(corpus: string): void {
    if (corpus === this.corpusId) return
    this.#marks = { ...this.#marks, [this.corpusId]: this.state.marks }
    this.selectedChunk = null
    this.marked = null
    this.update({ corpus, marks: this.#marks[corpus] ?? '' })
  }

  /** Takes the reader's own text; one that is too long for a link stays in the page only. */
  setOwnText(text: string): void {
    const before = this.wantedText ?? ''
    if (!this.own) this.#marks = { ...this.#marks, [this.corpusId]: this.state.marks }
    const fits = text.length <= LONGEST_LINKED
    this.longText = fits ? '' : text
    this.selectedChunk = null
    this.marked = null
    const marks = movedMarks(this.state.marks, before, text)
    this.update({ corpus: OWN_TEXT, text: fits ? text : '', marks })
  }
}
