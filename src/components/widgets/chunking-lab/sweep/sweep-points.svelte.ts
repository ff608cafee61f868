import { chunkBorders } from '../../../../lib/chunking-lab/sweep/chunk-borders.ts'
import { cutSetting, type SweepText } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import { pointKey, subjectKey } from '../../../../lib/chunking-lab/sweep/point-key.ts'
import { questionsHash, readRankings } from '../../../../lib/chunking-lab/sweep/recorded-sweep.ts'
import type { SweptPoint } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import type { GoldQuestion } from '../../../../lib/corpus/corpus.ts'
import { textHash } from '../../../../lib/embedding/text-hash.ts'
import type { ChunkingLab } from '../chunking-lab.svelte.ts'
import { loadRecordedSweep } from './recorded-sweeps.ts'
import { slices } from './slices.ts'

export interface KeptPoint extends SweptPoint {
  readonly recorded: boolean
}

/** The points of sweeps by their keys, recorded or live: for every text and embedder. */
export class SweepPoints {
  #points: Readonly<Record<string, KeptPoint>> = $state.raw({})
  #loaded: readonly string[] = []

  of(key: string): KeptPoint | undefined {
    return this.#points[key]
  }

  /** Keeps a point that was computed here. */
  keep(key: string, point: SweptPoint): void {
    this.#points = { ...this.#points, [key]: { ...point, recorded: false } }
  }

  /** Fetches the recorded sweep of a text of the course once. */
  load(
    embedder: string,
    corpus: string,
    questions: readonly GoldQuestion[],
    source: () => SweepText,
  ): void {
    const name = `${embedder}/${corpus}`
    if (this.#loaded.includes(name)) return
    this.#loaded = [...this.#loaded, name]
    void this.#take(embedder, corpus, questions, source())
  }

  async #take(
    embedder: string,
    corpus: string,
    questions: readonly GoldQuestion[],
    source: SweepText,
  ): Promise<void> {
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
    this.#points = { ...Object.fromEntries(found), ...this.#points }
  }
}

const kept = new WeakMap<ChunkingLab, SweepPoints>()

/** The points of a lab; the view goes when another one is chosen, its points stay. */
export function sweepPointsOf(lab: ChunkingLab): SweepPoints {
  const points = kept.get(lab) ?? new SweepPoints()
  kept.set(lab, points)
  return points
}
