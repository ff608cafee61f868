import { unpackSpec } from '../../../lib/memory-calculator/pack-spec.ts'
import { readOwnModel } from '../../../lib/memory-calculator/own-model.ts'
import type { ModelRow } from '../../../lib/memory-calculator/calculator-data.ts'
import { tokenCounter } from '../../../lib/prompt-assembly/token-counter.ts'
import { promptCache } from '../../../lib/rag-lab/prompt-cache.ts'
import type { ModelAnswer, PipelineInput } from '../../../lib/rag-lab/pipeline-input.ts'
import type { PipelineTrace } from '../../../lib/rag-lab/pipeline-trace.ts'
import { ragFacts } from '../../../lib/rag-lab/rag-facts.ts'
import { runPipeline } from '../../../lib/rag-lab/run-pipeline.ts'
import { searchQueries } from '../../../lib/rag-lab/search-queries.ts'
import { findAnswer, promptHash } from '../../../lib/rag-lab/view/recorded-answer.ts'
import type { RecordedAnswer } from '../../../lib/rag-lab/view/recorded-answer.ts'
import { rankPicture } from '../../../lib/rag-lab/view/rank-picture.ts'
import { trackSteps } from '../../../lib/rag-lab/view/track-steps.ts'
import { eachOnce, mapOf } from '../../../lib/rag-lab/view/with-entries.ts'
import { RowsList } from '../memory-calculator/rows-list.svelte.ts'
import type { Wanted } from './embedded-texts.svelte.ts'
import { Evaluation } from './evaluation.svelte.ts'
import type { EvaluationRequest } from './evaluation.svelte.ts'
import type { RagLabProps } from './lab-props.ts'
import { RagModel } from './rag-model.svelte.ts'
import { RagVectors } from './rag-vectors.svelte.ts'

/** The RAG lab's state and everything that follows from it. */
export class RagLab extends RagVectors {
  readonly model = new RagModel('SmolLM2-135M-Instruct')
  readonly evaluation = new Evaluation()
  readonly answers: readonly RecordedAnswer[]
  readonly models: RowsList<ModelRow>
  /** Answers that the model gave in this page, by prompt. */
  #given: Readonly<Record<string, ModelAnswer>> = $state.raw({})
  /** The prompt that the model could not answer; what it said of it goes when the prompt changes. */
  #refused = ''
  /** An answer that the reader typed, with the question that it answers. */
  #typed = $state.raw({ question: '', text: '' })
  /** Of the evaluation, the means are taken along, not the questions. */
  takesMeans = $state(false)
  #lastSpec: ModelRow

  constructor(props: RagLabProps) {
    super(props)
    this.answers = props.answers
    this.models = new RowsList('models.json', [props.model])
    this.#lastSpec = props.model
  }

  /** What the reader typed as an answer to this question, or ''. */
  get hand(): string {
    return this.#typed.question === (this.question?.text ?? '') ? this.#typed.text : ''
  }
  set hand(text: string) {
    this.#typed = { question: this.question?.text ?? '', text }
  }

  readonly #likely = $derived(this.state.reranker === 'question-likelihood')
  #likelihoodsOf(question: string): ReadonlyMap<number, number> {
    return mapOf(
      this.corpus.passages.flatMap(({ index, searched }): [number, number][] => {
        const value = this.model.likelihood({ question, passage: searched })
        return value === undefined ? [] : [[index, value]]
      }),
    )
  }

  readonly #counter = $derived(tokenCounter(this.model.counts))
  /** What the chosen reranker knows of a question and the passages. */
  #rerankInput(question: {
    readonly id: string
    readonly text: string
  }): Pick<PipelineInput, 'tokenRows' | 'lateScores' | 'likelihoods'> {
    return {
      tokenRows: this.late ? this.rowsOf(question.text) : undefined,
      lateScores: this.lateScoresOf(question.id),
      likelihoods: this.#likely ? this.#likelihoodsOf(question.text) : undefined,
    }
  }
  /** What the pipeline is run on; null without a question or a passage. */
  readonly #input: PipelineInput | null = $derived.by(() => {
    const { state, question, corpus, queries, chunkVectors, queryVectors } = this
    if (question === null || corpus.passages.length === 0) return null
    const countTokens = this.#counter
    const known = { state, corpus, question, queries, chunkVectors, queryVectors, countTokens }
    return { ...known, ...this.#rerankInput(question) }
  })
  readonly #run = $derived.by((): { trace: PipelineTrace | null; problem: string } => {
    if (this.#input === null) return { trace: null, problem: '' }
    try {
      return { trace: runPipeline(this.#input), problem: '' }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      return { trace: null, problem: error.message }
    }
  })
  readonly #promptKey = $derived(this.#run.trace === null ? '' : promptHash(this.#run.trace.prompt))
  readonly #drawKey = $derived(
    `${this.#promptKey} ${this.state.temperature} ${this.state.seed} ${this.state.maxTokens}`,
  )
  readonly recordedAnswer: RecordedAnswer | null = $derived.by(() =>
    this.#run.trace === null ? null : findAnswer(this.answers, this.#run.trace.prompt),
  )
  /** What the model said to this prompt: typed, live or recorded; null when nothing is there. */
  readonly answer: ModelAnswer | null = $derived.by(() => {
    if (this.hand.trim() !== '') return { text: this.hand, finished: true }
    return this.state.source === 'live' ? (this.#given[this.#drawKey] ?? null) : this.recordedAnswer
  })
  /** The pipeline with the answer checked; null without a question or a passage. */
  readonly trace: PipelineTrace | null = $derived.by(() => {
    const { trace } = this.#run
    if (trace === null || this.#input === null || this.answer === null) return trace
    return runPipeline({ ...this.#input, answer: this.answer, sign: this.injection?.sign })
  })
  readonly problems = $derived(
    [this.#run.problem, this.texts.problem, this.counts.problem].filter(
      (problem) => problem !== '',
    ),
  )
  readonly track = $derived(
    trackSteps({ state: this.state, corpus: this.corpus, trace: this.trace }),
  )
  readonly picture = $derived(this.trace === null ? null : rankPicture(this.trace, this.corpus))

  /** Bytes of cache on the reader's setup; null while the model's row is fetched. */
  readonly setupModel = $derived.by(() => {
    const own = this.state.setupConfig === '' ? null : readOwnModel(this.state.setupConfig)
    if (own !== null && 'model' in own) return own.model
    const row = this.models.find(this.state.setupModel) ?? this.#lastSpec
    return { name: row.name, spec: unpackSpec(row.spec) }
  })
  readonly cache = $derived.by(() => {
    const { trace } = this
    if (trace === null) return null
    const { name, spec } = this.setupModel
    const passageTokens = trace.prompt.parts.find(({ id }) => id === 'passages')?.tokens ?? 0
    try {
      return promptCache({
        promptTokens: trace.prompt.tokens,
        passageTokens,
        answerTokens: this.state.maxTokens,
        spec,
        name,
        engine: this.state.engine,
      })
    } catch {
      return null
    }
  })

  /** What the evaluation is made from; null until it is looked at and complete. */
  readonly #evaluationRequest: EvaluationRequest | null = $derived.by(() => {
    const { corpus, chunkVectors } = this
    if (!this.all || corpus.questions.length === 0 || corpus.passages.length === 0) return null
    const state = { ...this.state, queryMode: 'as-is' as const, rewritten: '' }
    const questions = corpus.questions.map((question) => {
      const queries = searchQueries(state, question.text)
      return {
        question,
        queries,
        queryVectors: this.usesVectors
          ? queries.map(({ text, role }) => this.vector(state.queryModel, role, text))
          : undefined,
        ...this.#rerankInput(question),
      }
    })
    return { state, corpus, chunkVectors, questions, counts: this.model.counts }
  })
  readonly evaluated = $derived(this.all ? (this.evaluation.result?.evaluation ?? null) : null)

  readonly facts = $derived(
    ragFacts({
      state: this.state,
      corpus: this.corpus,
      trace: this.trace,
      evaluation: this.evaluated,
    }),
  )

  /** Question and candidates that the language model has yet to score. */
  readonly unscored = $derived.by(() => {
    const { question } = this
    if (!this.#likely || question === null) return []
    return (this.#run.trace?.retrieval.ranked ?? []).flatMap(({ passage }) => {
      const text = this.corpus.passages[passage]?.searched
      const pair = { question: question.text, passage: text ?? '' }
      return text === undefined || this.model.likelihood(pair) !== undefined ? [] : [pair]
    })
  })
  /** The pairs that the evaluation by likelihood needs: every question with its candidates. */
  readonly unscoredAll = $derived.by(() =>
    this.#likely && this.all
      ? (this.evaluated?.rows ?? []).flatMap(({ text: question, found }) =>
          found
            .map((passage) => ({
              question,
              passage: this.corpus.passages[passage]?.searched ?? '',
            }))
            .filter((pair) => pair.passage !== '' && this.model.likelihood(pair) === undefined),
        )
      : [],
  )

  /** Whether the order after late interaction is the recorded one. */
  readonly lateRecorded = $derived(
    this.question !== null && this.lateScoresOf(this.question.id) !== undefined,
  )
  readonly #wantedRows: readonly Wanted[] = $derived.by(() => {
    if (!this.late || this.lateComing) return []
    const unscored = [
      ...(this.question === null ? [] : [this.question]),
      ...(this.all ? this.corpus.questions : []),
    ].filter(({ id }) => this.lateScoresOf(id) === undefined)
    if (unscored.length === 0) return []
    const candidates = this.all
      ? this.corpus.passages.map(({ searched }) => searched)
      : (this.#run.trace?.retrieval.ranked ?? []).flatMap(
          ({ passage }) => this.corpus.passages[passage]?.searched ?? [],
        )
    return this.lackingRows(
      unscored.map(({ text }) => text),
      candidates,
    )
  })
  /** Embedders that something waits for, each once; those that are not started need a button. */
  readonly wantedEmbedders = $derived(
    eachOnce(
      [...(this.recordedComing ? [] : this.wantedTexts), ...this.#wantedRows].map(
        ({ embedder }) => embedder,
      ),
    ),
  )
  /** Fetches, embeds and counts what the state asks for; call it in an effect. */
  follow(): void {
    if (this.source === null) void this.texts.load(this.corpusId)
    this.followTokens()
    if (!this.own)
      for (const { embedder } of this.wantedTexts)
        void this.recorded.load(embedder.id, this.corpusId, this.state)
    if (this.lateComing) void this.recordedLate.load(this.state.queryModel, this.corpusId)
    this.vectors.follow(this.recordedComing ? [] : this.wantedTexts)
    this.tokenRows.follow(this.#wantedRows)
    const { trace } = this
    const kept = trace?.retrieval.ranked.map(
      ({ passage }) => this.corpus.passages[passage]?.searched ?? '',
    )
    this.model.follow(trace === null ? [] : [...trace.prompt.counted, ...(kept ?? [])])
    if (this.#refused !== '' && this.#refused !== this.#drawKey) {
      this.#refused = ''
      if (this.model.status === 'ready') this.model.problem = ''
    }
    // Each score would begin it anew: it waits until all of them are there, or are stopped.
    if (this.model.task !== 'score') this.evaluation.follow(this.#evaluationRequest)
    if (this.models.find(this.state.setupModel) === undefined && this.models.status === 'part')
      void this.models.load()
  }

  /** Has the live model answer the prompt as it stands. */
  ask = async (): Promise<void> => {
    const { trace } = this
    if (trace === null) return
    const key = this.#drawKey
    this.update({ source: 'live' })
    const given = await this.model.write('answer', trace.prompt.messages, this.state)
    if (given !== null) this.#given = { ...this.#given, [key]: given }
    else if (this.model.problem !== '') this.#refused = key
  }

  dispose(): void {
    for (const embedder of Object.values(this.embedders)) embedder.dispose()
    this.model.dispose()
    this.evaluation.close()
    this.counts.close()
  }
}
