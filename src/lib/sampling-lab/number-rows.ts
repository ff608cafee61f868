import { formatCount } from '../format/format-count.ts'
import type { Distribution } from './distribution.ts'
import { entropyRows } from './entropy-rows.ts'
import { formatShare } from './format-share.ts'
import type { NumberRow } from './number-row.ts'
import { trace } from './number-row.ts'
import type { Pick } from './pick-token.ts'
import type { SamplingResult } from './sampling-result.ts'
import { stepNames } from './step-names.ts'
import { pickRow, probabilityRow } from './token-rows.ts'

/**
 * The numbers behind the picture, each with its working.
 *
 * @example numberRows({ distribution, result, pick })[0]?.label // 'Kept tokens'
 */
export function numberRows(shown: {
  readonly distribution: Distribution
  readonly result: SamplingResult
  readonly pick: Pick
}): readonly NumberRow[] {
  const { distribution, result, pick } = shown
  return [
    countRow(distribution, result),
    massRow(result),
    ...entropyRows(distribution, result),
    pickRow(distribution, pick, result.certainty),
    probabilityRow(distribution),
  ]
}

function countRow({ start }: Distribution, result: SamplingResult): NumberRow {
  const { certainty, keptCount, chain } = result
  const working = trace({
    title: 'Tokens that each step leaves',
    certainty,
    source: 'holtzman-2019',
    steps: [
      { label: 'vocabulary', value: start.ids.length, unit: 'token' },
      ...chain.stages.map((stage, index) => ({
        label: `${index + 1}. after ${stepNames[stage.step.name]}`,
        value: stage.keptCount,
        unit: 'token',
      })),
    ],
  })
  return {
    id: 'kept',
    label: 'Kept tokens',
    value: formatCount(keptCount),
    note: 'may be drawn',
    certainty,
    workings: [working],
  }
}

function massRow({ certainty, keptMass, chain }: SamplingResult): NumberRow {
  const working = trace({
    title: 'Share that each step keeps of what reached it',
    certainty,
    source: 'holtzman-2019',
    steps: [
      ...chain.stages.map((stage, index) => ({
        label: `${index + 1}. ${stepNames[stage.step.name]}`,
        value: stage.keptMass,
        unit: '1',
      })),
      { label: 'of the model’s own distribution', value: keptMass, unit: '1' },
    ],
  })
  return {
    id: 'mass',
    label: 'Kept mass',
    value: formatShare(keptMass),
    note: 'of the model’s own probability',
    certainty,
    workings: [working],
  }
}
