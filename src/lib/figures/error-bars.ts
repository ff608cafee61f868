import { formatNumber } from '../format/format-number.ts'
import type { StackPart } from '../chart/stack-segments.ts'
import type { RunFile } from '../sampling-lab/run-file.ts'
import { recordedShare } from './recorded-share.ts'
import { shareLabel } from './share-label.ts'

export interface ErrorBar {
  readonly temperature: string
  readonly parts: readonly StackPart[]
  readonly wrong: string
  readonly right: string
  readonly others: string
}

/**
 * How often a recorded run would be wrong, right or something else, at several temperatures.
 * Units: probabilities.
 *
 * @example errorBars({ run, wrong: ' Sydney', right: ' Canberra', temperatures: [0] })[0]?.wrong
 * //=> '100 %'
 */
export const errorBars = ({
  run,
  wrong,
  right,
  temperatures,
}: {
  readonly run: RunFile
  readonly wrong: string
  readonly right: string
  readonly temperatures: readonly number[]
}): ErrorBar[] =>
  temperatures.map((temperature) => {
    const error = recordedShare(run, { token: wrong, temperature })
    const truth = recordedShare(run, { token: right, temperature })
    const others = Math.max(0, 1 - error - truth)
    return {
      temperature: formatNumber(temperature, { digits: 2 }),
      parts: [
        { id: 'wrong', value: error },
        { id: 'right', value: truth },
        { id: 'others', value: others },
      ],
      wrong: shareLabel(error),
      right: shareLabel(truth),
      others: shareLabel(others),
    }
  })
