import type { Table } from '../../export/table.ts'
import { formatCount } from '../../format/format-count.ts'
import type { PairedInterval } from '../../statistics/paired-interval.ts'
import { strategyNames } from '../names.ts'
import { differenceParts } from './difference-words.ts'
import { SWEEP_MEASURES, type JudgedPoint } from './judged-point.ts'
import { settingWords } from './sweep-answer.ts'
import { shownValue } from './sweep-picture.ts'
import { settingName } from './sweep-setting.ts'
import { sweepWords } from './sweep-words.ts'

export interface SweepTableRequest {
  readonly points: readonly JudgedPoint[]
  readonly baseline: JudgedPoint | null
  readonly k: number
  /** IoU of a setting against the baseline. */
  readonly differenceOf: (name: string) => PairedInterval | null
}

/**
 * The cells of one setting, as the page shows them.
 *
 * @example sweepCells(point, null, null)[0] //=> 'recursive'
 */
export function sweepCells(
  { setting, chunkCount, means }: JudgedPoint,
  difference: PairedInterval | null,
): readonly string[] {
  const parts = difference === null ? null : differenceParts(difference, 'iou')
  return [
    strategyNames[setting.strategy],
    `${formatCount(setting.size)} ${setting.unit}`,
    formatCount(setting.overlap),
    formatCount(chunkCount),
    ...SWEEP_MEASURES.map((measure) => {
      const value = means[measure]
      return value === null ? '' : shownValue(measure, value)
    }),
    parts?.mean ?? '',
    parts?.interval ?? '',
    parts?.sides ?? '',
    parts?.verdict ?? '',
  ]
}

/**
 * A sweep as a table to take along: what the page shows, and plain numbers for programs.
 *
 * @example sweepTable({ points: [], baseline: null, k: 5, differenceOf: () => null }, 'A text').rows //=> []
 */
export function sweepTable(request: SweepTableRequest, caption: string): Table {
  const { points, baseline, k, differenceOf } = request
  const against = baseline === null ? sweepWords.detail.none : settingWords(baseline.setting)
  const of = ({ setting }: JudgedPoint) => differenceOf(settingName(setting))
  return {
    caption,
    columns: sweepWords.columns(k, against),
    rows: points.map((point) => sweepCells(point, of(point))),
    plain: {
      columns: [
        'Strategy',
        'Size',
        'Unit',
        'Overlap',
        'Chunks',
        'Questions',
        `Recall@${k}`,
        'Precision',
        'IoU',
        'Precision-omega',
        'Context tokens',
        `IoU minus that of ${against}`,
        'Low end of the 95 % interval',
        'High end',
        'Questions with a higher IoU',
        'Questions with a lower IoU',
      ],
      rows: points.map((point) => {
        const { setting, chunkCount, means, rows } = point
        const difference = of(point)
        return [
          setting.strategy,
          setting.size,
          setting.unit,
          setting.overlap,
          chunkCount,
          rows.length,
          ...SWEEP_MEASURES.map((measure) => means[measure] ?? ''),
          difference?.mean ?? '',
          difference?.low ?? '',
          difference?.high ?? '',
          difference?.better ?? '',
          difference?.worse ?? '',
        ]
      }),
    },
  }
}
