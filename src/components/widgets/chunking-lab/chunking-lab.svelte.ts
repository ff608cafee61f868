import { untrack } from 'svelte'
import type { Span } from '../../../lib/chunking/chunk.ts'
import { answerWords } from '../../../lib/chunking-lab/answer-words.ts'
import { chunkPicture } from '../../../lib/chunking-lab/chunk-picture.ts'
import { chunkingFacts } from '../../../lib/chunking-lab/lab-facts.ts'
import { packMarks, unpackMarks } from '../../../lib/chunking-lab/marks.ts'
import type { GoldQuestion } from '../../../lib/corpus/corpus.ts'
import { goldQuestions } from '../../../lib/corpus/gold-questions.ts'
import type { Table } from '../../../lib/export/table.ts'
import { RecordedLookups } from '../../data/recorded-lookups.svelte.ts'
import { Vectors } from './vectors.svelte.ts'
import { ShownCut } from './shown-cut.svelte.ts'

export type { ChunkingLabProps } from './text-source.svelte.ts'

/** The Chunking lab's state and everything that follows from it. */
export class ChunkingLab extends ShownCut {
  readonly recorded = new RecordedLookups()
  /** Vectors of the chunks and of the question. */
  readonly passages = new Vectors('passage')
  readonly queries = new Vectors('query')
  /** The table of a view that is taken along in place of the chunks; it brings its own picture. */
  exported: (() => Table | Promise<Table>) | null = $state.raw(null)
  /** The picture of that view in words. */
  exportedWords = $state('')
  /** The views that need the vectors now. */
  #wanting: readonly object[] = $state.raw([])

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
  readonly #live = $derived(this.passages.of(this.state.embedder, this.chunkTexts))
  /** The recorded vectors of all chunks, once a view asked for vectors; null for none. */
  readonly recordedVectors: readonly Float32Array[] | null = $derived(
    this.recorded.all(this.state.embedder, this.corpusId, 'passage', this.chunkTexts),
  )
  /** Whether the recording of this text and embedder is still to come. */
  readonly recordedComing: boolean = $derived(
    this.corpus !== null && !this.recorded.isHere(this.state.embedder, this.corpus.id),
  )
  /** Vectors of the chunks in their order, live or recorded; null until there are some. */
  readonly vectors: readonly Float32Array[] | null = $derived(this.#live ?? this.recordedVectors)
  readonly queryVector: Float32Array | null = $derived.by(() => {
    const live = this.queries.of(this.state.embedder, this.#queryTexts)
    const { embedder } = this.state
    const recorded = () => this.recorded.all(embedder, this.corpusId, 'query', this.#queryTexts)
    return (live ?? recorded())?.[0] ?? null
  })

  /** Says that a view needs the vectors as long as it is there; use it as an effect. */
  wantVectors = (): (() => void) => {
    const view = {}
    this.#wanting = [...untrack(() => this.#wanting), view]
    return () => (this.#wanting = this.#wanting.filter((each) => each !== view))
  }

  /** Fetches, counts, cuts and embeds what the state asks for; call it in an effect. */
  follow(): void {
    const { embedder } = this
    const { corpus, wantedText } = this
    if (wantedText === null) void this.texts.load(this.corpusId)
    else {
      if (corpus !== null) void this.counts.load(embedder.id, corpus.id, corpus.text)
      // Whoever started the embedder has its tokenizer too.
      this.counts.follow(embedder.id, wantedText, embedder.status === 'ready')
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
    for (const embedder of Object.values(this.embedders)) embedder.dispose()
    this.counts.close()
    this.cutter.follow(null)
  }
}
