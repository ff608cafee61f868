import { unpackSpans } from '../../../../lib/chunking-lab/token-index.ts'
import type { SweepText } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import { pointKey, subjectKey } from '../../../../lib/chunking-lab/sweep/point-key.ts'
import { sweepPlan } from '../../../../lib/chunking-lab/sweep/sweep-plan.ts'
import type { SweepSetting } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import { charactersPerToken, enoughRanks } from '../../../../lib/chunking-lab/sweep/sweep-sums.ts'
import { sweepWords } from '../../../../lib/chunking-lab/sweep/sweep-words.ts'
import { goldQuestions } from '../../../../lib/corpus/gold-questions.ts'
import type { GoldQuestion } from '../../../../lib/corpus/corpus.ts'
import type { EmbeddingModel } from '../../../../worker/client.ts'
import type { ChunkingLab } from '../chunking-lab.svelte.ts'
import { computePoints, type SweepProgress } from './compute-points.ts'
import { sweepPointsOf, type KeptPoint, type SweepPoints } from './sweep-points.svelte.ts'

/** The sweep of sizes over the lab's text: its plan, its points, recorded or live, and the run. */
export class Sweep {
  readonly lab: ChunkingLab
  progress: SweepProgress | null = $state.raw(null)
  /** What came of the last run, or ''. */
  said = $state('')
  readonly #points: SweepPoints
  /** Keys of the points of the last run. */
  #finished: readonly string[] = []
  #stop = new AbortController()

  constructor(lab: ChunkingLab) {
    this.lab = lab
    this.#points = sweepPointsOf(lab)
  }

  readonly text: string = $derived.by(() => this.lab.text)
  readonly #textQuestions: readonly GoldQuestion[] = $derived.by(() => {
    const { corpus } = this.lab
    return corpus === null || corpus.text !== this.text ? [] : goldQuestions(corpus)
  })
  /** The questions that are wanted. */
  readonly questions: readonly GoldQuestion[] = $derived.by(() => {
    const { asked } = this.lab.state
    const texts = asked === 'own' ? [] : this.#textQuestions
    return asked === 'corpus' ? texts : [...texts, ...this.lab.ownQuestions]
  })
  readonly #packed = $derived.by(() => this.lab.counts.of(this.lab.state.embedder, this.text))
  readonly perToken: number | null = $derived(charactersPerToken(this.text, this.#packed))
  readonly plan: readonly SweepSetting[] = $derived.by(() => {
    const { sizes, compared: strategies, overlapShare, unit } = this.lab.state
    return sweepPlan({
      sizes,
      strategies,
      unit,
      overlapShare,
      charactersPerToken: this.perToken,
    })
  })
  #keysOf(questions: readonly GoldQuestion[]): readonly string[] {
    const { embedder, threshold } = this.lab.state
    const { language } = this.lab
    const subject = subjectKey({ embedder, text: this.text, language, threshold, questions })
    return this.plan.map((setting) => pointKey(subject, setting, threshold))
  }
  readonly #keys: readonly string[] = $derived.by(() => this.#keysOf(this.questions))
  #pointsOf(keys: readonly string[]): readonly KeptPoint[] {
    return keys.flatMap((key, index) => {
      const point = this.#points.of(key)
      const setting = this.plan[index]
      if (point === undefined || setting === undefined) return []
      return enoughRanks(point, this.lab.state.k) ? [{ ...point, setting }] : []
    })
  }
  readonly #wanted: readonly KeptPoint[] = $derived.by(() => this.#pointsOf(this.#keys))
  /** Until the own questions are asked too, the points without them are shown. */
  readonly withoutOwn: boolean = $derived.by(
    () =>
      this.#wanted.length === 0 &&
      this.lab.state.asked === 'all' &&
      this.lab.ownQuestions.length > 0 &&
      this.#textQuestions.length > 0,
  )
  /** The questions that the points were asked. */
  readonly judgedQuestions: readonly GoldQuestion[] = $derived.by(() =>
    this.withoutOwn ? this.#textQuestions : this.questions,
  )
  /** The points that are there, in the order of the plan. */
  readonly points: readonly KeptPoint[] = $derived.by(() =>
    this.withoutOwn ? this.#pointsOf(this.#keysOf(this.#textQuestions)) : this.#wanted,
  )
  readonly recorded: boolean = $derived.by(() => this.points.every(({ recorded }) => recorded))
  /** The settings that have no point yet. */
  readonly missing: readonly SweepSetting[] = $derived.by(() => {
    const known = this.#wanted.map(({ setting }) => setting)
    return this.plan.filter((setting) => !known.includes(setting))
  })
  /** Strategies that wait for a count of tokens. */
  readonly waiting = $derived.by(() =>
    this.lab.state.compared.filter(
      (strategy) =>
        !this.plan.some((setting) => setting.strategy === strategy) &&
        this.lab.state.sizes.length > 0,
    ),
  )
  readonly running = $derived.by(() => this.progress !== null)

  /** Fetches the recorded sweep of the lab's text; call it in an effect. */
  follow(): void {
    const { corpus } = this.lab
    const { embedder } = this.lab.state
    if (corpus === null || corpus.text !== this.text || this.#packed === null) return
    const source = (): SweepText => ({ ...this.#source(), distances: null })
    this.#points.load(embedder, corpus.id, this.#textQuestions, source)
  }

  #source(): Omit<SweepText, 'distances'> {
    const packed = this.#packed
    return {
      text: this.text,
      language: this.lab.language,
      tokenSpans: packed === null ? null : unpackSpans(packed),
      threshold: this.lab.state.threshold,
    }
  }

  /** Stops; the points that are finished stay. */
  cancel = (): void => {
    this.#stop.abort()
    if (this.running && this.lab.embedder.status === 'loading') this.lab.embedder.stop()
  }

  /** Starts the embedder where that is needed, and computes the missing points. */
  run = async (): Promise<void> => {
    if (this.progress !== null) return
    const { signal } = (this.#stop = new AbortController())
    const { embedder } = this.lab
    this.#finished = []
    this.said = ''
    this.progress = { words: sweepWords.loading, done: 0, total: 0 }
    try {
      if (embedder.model === null) await embedder.start()
      const { model } = embedder
      if (model === null) this.said = embedder.problem
      else if (!signal.aborted) {
        await this.#compute(model, signal)
        this.said = sweepWords.finished(this.#finished.length)
      }
      if (signal.aborted) this.said = sweepWords.cancelled(this.#finished.length)
    } catch (error) {
      this.said = signal.aborted
        ? sweepWords.cancelled(this.#finished.length)
        : error instanceof Error
          ? error.message
          : String(error)
      if (!signal.aborted && !(error instanceof RangeError)) embedder.fault(error)
    } finally {
      this.progress = null
    }
  }

  async #compute(model: EmbeddingModel, signal: AbortSignal): Promise<void> {
    await this.#countTokens(model.id, signal)
    const { questions } = this
    const source = this.#source()
    const subject = subjectKey({ ...source, embedder: model.id, questions })
    await computePoints({
      model,
      source,
      settings: this.missing,
      questions: questions.map(({ text }) => text),
      signal,
      tell: (progress) => {
        this.progress = progress
      },
      take: (point) => {
        const key = pointKey(subject, point.setting, source.threshold)
        this.#points.keep(key, point)
        this.#finished = [...this.#finished, key]
      },
    })
  }

  /** Waits until the tokens of the text are counted; without them the sweep goes on. */
  async #countTokens(embedder: string, signal: AbortSignal): Promise<void> {
    const { text } = this
    const { counts } = this.lab
    if (counts.of(embedder, text) !== null) return
    counts.allow(embedder)
    while (counts.of(embedder, text) === null && counts.problem === '') {
      await new Promise((resolve) => setTimeout(resolve, 40))
      signal.throwIfAborted()
    }
  }
}
