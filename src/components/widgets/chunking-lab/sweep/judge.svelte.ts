import { comparePoints } from '../../../../lib/chunking-lab/sweep/compare-points.ts'
import {
  SWEEP_MEASURES,
  sweepMeans,
  type JudgedPoint,
  type SweepMeasure,
} from '../../../../lib/chunking-lab/sweep/judged-point.ts'
import { settingName, type SweptPoint } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import { questionScores, type QuestionScores } from '../../../../lib/evaluation/question-scores.ts'
import type { GoldQuestion } from '../../../../lib/corpus/corpus.ts'
import type { PairedInterval } from '../../../../lib/statistics/paired-interval.ts'
import { slices } from './slices.ts'

interface Judged {
  readonly points: readonly JudgedPoint[]
  readonly baseline: JudgedPoint | null
  readonly k: number
  readonly intervals: Readonly<Record<string, PairedInterval>>
}

const nothing: Judged = { points: [], baseline: null, k: 0, intervals: {} }

/** Scores the points of a sweep in short slices, so that the page stays free. */
export class Judge {
  result: Judged = $state.raw(nothing)
  working = $state(false)
  #asked: object = {}
  /** Scores that were worked out before, by the rankings that they judge. */
  #kept = new WeakMap<readonly (readonly number[])[], Readonly<Record<string, JudgedPoint>>>()

  /** How a setting differs from the baseline, or null. */
  differenceOf = (name: string, measure: SweepMeasure): PairedInterval | null =>
    this.result.intervals[`${name} ${measure}`] ?? null

  /** Scores anew; call it in an effect. */
  async judge(request: {
    readonly points: readonly SweptPoint[]
    readonly questions: readonly GoldQuestion[]
    readonly k: number
    readonly baseline: string
  }): Promise<void> {
    const mine = (this.#asked = {})
    const { points, questions, k } = request
    if (points.length === 0 || questions.length === 0) {
      this.result = nothing
      this.working = false
      return
    }
    this.working = true
    const slice = slices()
    const judged: JudgedPoint[] = []
    for (const point of points) {
      const scored = await this.#score(point, questions, k, slice.pause)
      if (this.#asked !== mine) return
      judged.push(scored)
    }
    const baseline =
      judged.find(({ setting }) => settingName(setting) === request.baseline) ?? judged[0] ?? null
    const intervals: Record<string, PairedInterval> = {}
    for (const point of judged) {
      if (baseline === null || point === baseline) continue
      for (const measure of SWEEP_MEASURES) {
        await slice.pause()
        if (this.#asked !== mine) return
        const interval = comparePoints(baseline, point, measure)
        if (interval !== null) intervals[`${settingName(point.setting)} ${measure}`] = interval
      }
    }
    this.result = { points: judged, baseline, k, intervals }
    this.working = false
  }

  async #score(
    { setting, chunks, rankings }: SweptPoint,
    questions: readonly GoldQuestion[],
    k: number,
    pause: () => Promise<void>,
  ): Promise<JudgedPoint> {
    const key = `${k} ${questions.flatMap(({ spans }) => spans.flatMap(({ start, end }) => [start, end])).join()}`
    const known = this.#kept.get(rankings)?.[key]
    if (known !== undefined) return { ...known, setting }
    const rows: QuestionScores[] = []
    for (const [index, question] of questions.entries()) {
      await pause()
      rows.push(questionScores({ chunks, question, ranking: rankings[index] ?? [], k }))
    }
    const point = { setting, chunkCount: chunks.length, means: sweepMeans(rows), rows }
    this.#kept.set(rankings, { ...this.#kept.get(rankings), [key]: point })
    return point
  }
}
