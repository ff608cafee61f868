import type { Chunk } from '../../../../lib/chunking/chunk.ts'
import { distancesOf } from '../../../../lib/chunking/distances-of.ts'
import { sentenceSpans } from '../../../../lib/chunking/sentence-spans.ts'
import { cutSetting, type SweepText } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import { rankChunks } from '../../../../lib/chunking-lab/sweep/rank-chunks.ts'
import type { SweepSetting, SweptPoint } from '../../../../lib/chunking-lab/sweep/sweep-setting.ts'
import { chunksDone } from '../../../../lib/chunking-lab/sweep/sweep-sums.ts'
import { sweepWords } from '../../../../lib/chunking-lab/sweep/sweep-words.ts'
import { flatVectors } from '../../../../lib/retrieval/flat-vectors.ts'
import type { EmbeddingModel } from '../../../../worker/client.ts'
import { slices } from './slices.ts'

/** How far a running sweep is. */
export interface SweepProgress {
  readonly words: string
  readonly done: number
  readonly total: number
}

/** What a run of a sweep computes; the distances come with it. */
export interface SweepJob {
  readonly model: EmbeddingModel
  readonly source: Omit<SweepText, 'distances'>
  readonly settings: readonly SweepSetting[]
  /** Their texts. */
  readonly questions: readonly string[]
  readonly signal: AbortSignal
  readonly tell: (progress: SweepProgress) => void
  /** Takes each point as soon as it is there. */
  readonly take: (point: SweptPoint) => void
}

/** Cuts a text by every setting, embeds what comes out, and ranks it for each question. */
export async function computePoints(job: SweepJob): Promise<void> {
  const { model, settings, questions, signal, tell, take } = job
  const { text } = job.source
  const slice = slices()
  tell({ words: sweepWords.cutting, done: 0, total: 0 })
  const source: SweepText = {
    ...job.source,
    distances: settings.some(({ strategy }) => strategy === 'semantic')
      ? await distances(job)
      : null,
  }
  const cuts: { readonly setting: SweepSetting; readonly chunks: readonly Chunk[] }[] = []
  for (const setting of settings) {
    await slice.pause()
    signal.throwIfAborted()
    cuts.push({ setting, chunks: await cutAnywhere(source, setting, signal) })
  }
  tell({ words: sweepWords.asking, done: 0, total: 0 })
  const asked = await model.embed(questions, { role: 'query', signal })
  const counts = cuts.map(({ chunks }) => chunks.length)
  const total = chunksDone(counts, counts.length, 0)
  for (const [index, { setting, chunks }] of cuts.entries()) {
    const texts = chunks.map(({ start, end }) => text.slice(start, end))
    const passages = await model.embed(texts, {
      role: 'passage',
      signal,
      onProgress: ({ done }) => {
        const all = chunksDone(counts, index, done)
        tell({ words: sweepWords.embedding(index + 1, cuts.length, all, total), done: all, total })
      },
    })
    signal.throwIfAborted()
    const { values } = flatVectors(passages.map(({ vector }) => vector))
    const rankings: (readonly number[])[] = []
    for (const { vector } of asked) {
      await slice.pause()
      rankings.push(rankChunks(vector, values))
    }
    take({ setting, chunks, rankings })
  }
}

/** Distance of each sentence to the next, for the cuts by meaning. */
async function distances({ model, source, signal }: SweepJob): Promise<readonly number[]> {
  const { text, language } = source
  const sentences = sentenceSpans(text, language)
  const found = await model.embed(
    sentences.map(({ start, end }) => text.slice(start, end)),
    { role: 'passage', signal },
  )
  return distancesOf(found.map(({ vector }) => vector))
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
