import type { GoldShare, PipelineTrace, RankedPassage } from '../pipeline-trace.ts'
import type { RagCorpus } from '../rag-corpus.ts'
import { labWords } from './lab-words.ts'

/** One passage at its rank in one column. */
export interface RankBox {
  readonly key: string
  readonly passage: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly label: string
  readonly gold: GoldShare
  readonly dropped: boolean
  readonly injected: boolean
  readonly textX: number
  readonly textY: number
}

export interface RankLine {
  readonly key: string
  readonly path: string
  readonly gold: GoldShare
}

/** Rank-change lines between search, reranking and prompt. */
export interface RankPicture {
  readonly width: number
  readonly height: number
  readonly columns: readonly { readonly label: string; readonly x: number; readonly y: number }[]
  readonly boxes: readonly RankBox[]
  readonly lines: readonly RankLine[]
  /** The same in words. */
  readonly description: string
}

const WIDTH = 300
const BOX = { width: 64, height: 20, gap: 6 }
const TOP = 24
/** More would be too small to read; the table has them all. */
const MOST = 20

interface Place {
  readonly passage: number
  readonly gold: GoldShare
  readonly dropped: boolean
}

/**
 * Draws where each passage stood after search, reranking and prompt assembly: a column a stage, the
 * best at the top, the prompt's column in the order of the prompt.
 *
 * Units: user units of the drawing.
 *
 * @example rankPicture(trace, corpus).boxes[0].label // 'P3'
 */
export function rankPicture(trace: PipelineTrace, corpus: RagCorpus): RankPicture {
  const columns = columnsOf(trace)
  const step = (WIDTH - BOX.width) / (columns.length - 1)
  const xOf = (column: number): number => column * step
  const yOf = (place: number): number => TOP + place * (BOX.height + BOX.gap)
  const boxes = columns.flatMap(({ places }, column) =>
    places.map((at, place): RankBox => ({
      key: `${column}-${at.passage}`,
      passage: at.passage,
      x: xOf(column),
      y: yOf(place),
      width: BOX.width,
      height: BOX.height,
      label: `P${at.passage + 1}`,
      gold: at.gold,
      dropped: at.dropped,
      injected: corpus.passages[at.passage]?.injection !== null,
      textX: xOf(column) + BOX.width / 2,
      textY: yOf(place) + BOX.height / 2 + 4,
    })),
  )
  const find = (column: number, passage: number): RankBox | undefined =>
    boxes.find(({ key }) => key === `${column}-${passage}`)
  const lines = columns.slice(1).flatMap(({ places }, before) =>
    places.flatMap(({ passage, gold }): readonly RankLine[] => {
      const from = find(before, passage)
      const to = find(before + 1, passage)
      return from && to ? [{ key: `${before}-${passage}`, gold, path: between(from, to) }] : []
    }),
  )
  const most = Math.max(1, ...columns.map(({ places }) => places.length))
  return {
    width: WIDTH,
    height: yOf(most),
    columns: columns.map(({ label }, column) => ({ label, x: xOf(column) + BOX.width / 2, y: 12 })),
    boxes,
    lines,
    description: inWords(columns),
  }
}

const between = (from: RankBox, to: RankBox): string => {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

interface Column {
  readonly label: string
  readonly places: readonly Place[]
}

function columnsOf({ retrieval, rerank, prompt }: PipelineTrace): readonly Column[] {
  const { columns } = labWords.picture
  const golds = new Map(retrieval.ranked.map(({ passage, gold }) => [passage, gold]))
  const kept = new Set(
    rerank.ranked.filter(({ dropped }) => dropped === null).map(({ passage }) => passage),
  )
  const placed = new Set(prompt.placed.map(({ id }) => id))
  const places = (ranked: readonly RankedPassage[], next: ReadonlySet<number>): readonly Place[] =>
    ranked
      .slice(0, MOST)
      .map(({ passage, gold }) => ({ passage, gold, dropped: !next.has(passage) }))
  return [
    { label: columns.retrieval, places: places(retrieval.ranked, kept) },
    { label: columns.rerank, places: places(rerank.ranked, placed) },
    {
      label: columns.prompt,
      places: prompt.placed.map(({ id }) => ({
        passage: id,
        gold: golds.get(id) ?? 'none',
        dropped: false,
      })),
    },
  ]
}

function inWords(columns: readonly Column[]): string {
  const { picture } = labWords
  const said = columns.map(({ label, places }) => {
    const list = places.map(({ passage, gold }) =>
      gold === 'none' ? `P${passage + 1}` : `P${passage + 1} (${picture[gold]})`,
    )
    return `${label}: ${list.length === 0 ? picture.nothing : list.join(', ')}`
  })
  return `${said.join('. ')}.`
}
