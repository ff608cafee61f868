import type { Chunk } from '../../../../lib/chunking/chunk.ts'
import { sentenceSpans } from '../../../../lib/chunking/sentence-spans.ts'
import { distancesOf } from '../../../../lib/chunking/distances-of.ts'
import { unpackSpans } from '../../../../lib/chunking-lab/token-index.ts'
import { chunkBorders } from '../../../../lib/chunking-lab/sweep/chunk-borders.ts'
import { cutSetting, type SweepText } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import { pointKey, subjectKey } from '../../../../lib/chunking-lab/sweep/point-key.ts'
import { flatRows, rankChunks } from '../../../../lib/chunking-lab/sweep/rank-chunks.ts'
import { questionsHash, readRankings } from '../../../../lib/chunking-lab/sweep/recorded-sweep.ts'
import { sweepPlan } from '../../../../lib/chunking-lab/sweep/sweep-plan.ts'
import type { SweepSetting, SweptPoint } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import {
  charactersPerToken,
  chunksDone,
  enoughRanks,
} from '../../../../lib/chunking-lab/sweep/sweep-sums.ts'
import { sweepWords } from '../../../../lib/chunking-lab/sweep/sweep-words.ts'
import { goldQuestions } from '../../../../lib/corpus/gold-questions.ts'
import type { GoldQuestion } from '../../../../lib/corpus/corpus.ts'
import { textHash } from '../../../../lib/embedding/text-hash.ts'
import type { EmbeddingModel } from '../../../../worker/client.ts'
import type { ChunkingLab } from '../chunking-lab.svelte.ts'
import { loadRecordedSweep } from './recorded-sweeps.ts'
import { slices } from './slices.ts'

/** How far a running sweep is. */
export interface SweepProgress {
  readonly words: string
  readonly done: number
  readonly total: number
}

interface KeptPoint extends SweptPoint {
  readonly recorded: boolean
}

/** Points by their keys: kept for as long as the lab is there, for every text and embedder. */
type Points = Readonly<Record<string, KeptPoint>>

/** The view goes when another one is chosen; its points stay. */
const keptPoints = new WeakMap<ChunkingLab, Points>()

/** The sweep of sizes over the lab's text: its plan, its points, recorded or live, and the run. */
export class Sweep {
  readonly lab: ChunkingLab
  progress: SweepProgress | null = $state.raw(null)
  /** What came of the last run, or ''. */
  said = $state('')
  #points: Points = $state.raw({})
  #loaded: readonly string[] = []
  #finished: readonly string[] = []
  #stop = new AbortController()

  constructor(lab: ChunkingLab) {
    this.lab = lab
    this.#points = keptPoints.get(lab) ?? {}
  }

  #keep(points: Points): void {
    this.#points = points
    keptPoints.set(this.lab, points)
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
      const point = this.#points[key]
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
    const packed = this.#packed
    if (corpus === null || corpus.text !== this.text || packed === null) return
    const name = `${embedder}/${corpus.id}`
    if (this.#loaded.includes(name)) return
    this.#loaded = [...this.#loaded, name]
    void this.#takeRecorded(embedder, corpus.id, {
      text: corpus.text,
      language: this.lab.language,
      tokenSpans: unpackSpans(packed),
      distances: null,
      threshold: this.lab.state.threshold,
    })
  }

  async #takeRecorded(embedder: string, corpus: string, source: SweepText): Promise<void> {
    const questions = this.#textQuestions
    const sweep = await loadRecordedSweep(embedder, corpus).catch(() => null)
    if (sweep === null || sweep.text !== textHash(source.text)) return
    if (sweep.questions !== questionsHash(questions)) return
    const subject = subjectKey({ embedder, ...source, questions })
    const slice = slices()
    const found: (readonly [string, KeptPoint])[] = []
    for (const setting of sweep.points) {
      await slice.pause()
      const chunks = cutSetting(source, setting)
      if (chunkBorders(chunks) !== setting.borders) continue
      const rankings = readRankings(setting.rankings)
      const key = pointKey(subject, setting, source.threshold)
      found.push([key, { setting, chunks, rankings, recorded: true }])
    }
    // What was computed live stays: its rankings go further down.
    this.#keep({ ...Object.fromEntries(found), ...this.#points })
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
    let done = 0
    this.said = ''
    this.#tell(sweepWords.loading, 0, 0)
    try {
      if (embedder.model === null) await embedder.start()
      const { model } = embedder
      if (model === null) this.said = embedder.problem
      else if (!signal.aborted) {
        done = await this.#compute(model, signal)
        this.said = sweepWords.finished(done)
      }
      if (signal.aborted) this.said = sweepWords.cancelled(done)
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

  #tell(words: string, done: number, total: number): void {
    this.progress = { words, done, total }
  }

  async #compute(model: EmbeddingModel, signal: AbortSignal): Promise<number> {
    this.#finished = []
    const { text } = this
    await this.#countTokens(model.id, text, signal)
    const { questions, missing, lab } = this
    const { language, state } = lab
    const subject = subjectKey({ ...state, text, language, questions })
    const slice = slices()
    this.#tell(sweepWords.cutting, 0, 0)
    const packed = this.lab.counts.of(model.id, text)
    const source: SweepText = {
      text,
      language,
      tokenSpans: packed === null ? null : unpackSpans(packed),
      distances: missing.some(({ strategy }) => strategy === 'semantic')
        ? await this.#distances(model, text, language, signal)
        : null,
      threshold: state.threshold,
    }
    const cuts: { readonly setting: SweepSetting; readonly chunks: readonly Chunk[] }[] = []
    for (const setting of missing) {
      await slice.pause()
      signal.throwIfAborted()
      cuts.push({ setting, chunks: await cutAnywhere(source, setting, signal) })
    }
    this.#tell(sweepWords.asking, 0, 0)
    const asked = await model.embed(
      questions.map((question) => question.text),
      { role: 'query', signal },
    )
    const counts = cuts.map(({ chunks }) => chunks.length)
    const total = chunksDone(counts, counts.length, 0)
    for (const [index, { setting, chunks }] of cuts.entries()) {
      const texts = chunks.map(({ start, end }) => text.slice(start, end))
      const passages = await model.embed(texts, {
        role: 'passage',
        signal,
        onProgress: ({ done }) => {
          const all = chunksDone(counts, index, done)
          this.#tell(sweepWords.embedding(index + 1, cuts.length, all, total), all, total)
        },
      })
      signal.throwIfAborted()
      const rows = flatRows(passages.map(({ vector }) => vector))
      const rankings: (readonly number[])[] = []
      for (const { vector } of asked) {
        await slice.pause()
        rankings.push(rankChunks(vector, rows))
      }
      const key = pointKey(subject, setting, state.threshold)
      this.#finished = [...this.#finished, key]
      this.#keep({ ...this.#points, [key]: { setting, chunks, rankings, recorded: false } })
    }
    return this.#finished.length
  }

  /** Waits until the tokens of the text are counted; without them the sweep goes on. */
  async #countTokens(embedder: string, text: string, signal: AbortSignal): Promise<void> {
    const { counts } = this.lab
    if (counts.of(embedder, text) !== null) return
    counts.allow(embedder)
    while (counts.of(embedder, text) === null && counts.problem === '') {
      await new Promise((resolve) => setTimeout(resolve, 40))
      signal.throwIfAborted()
    }
  }

  async #distances(
    model: EmbeddingModel,
    text: string,
    language: string,
    signal: AbortSignal,
  ): Promise<readonly number[]> {
    const sentences = sentenceSpans(text, language)
    const found = await model.embed(
      sentences.map(({ start, end }) => text.slice(start, end)),
      { role: 'passage', signal },
    )
    return distancesOf(found.map(({ vector }) => vector))
  }
}

/** Texts up to this length are cut in the page, between two pictures of it; longer ones in a worker. */
const IN_PAGE = 30_000

async function cutAnywhere(
  source: SweepText,
  setting: SweepSetting,
  signal: AbortSignal,
): Promise<readonly Chunk[]> {
  if (source.text.length <= IN_PAGE) return cutSetting(source, setting)
  const { cutFarAway } = await import('./cut-far-away.ts')
  return cutFarAway(source, setting, signal)
}
