import { expect, test } from 'vitest'
import { nucleusRow } from './nucleus-row.ts'
import { continuationRows } from './continuation-rows.ts'
import { errorBars } from './error-bars.ts'
import { recordedRows } from './recorded-rows.ts'
import { recordedShare } from './recorded-share.ts'
import type { RunFile } from '../sampling-lab/run-file.ts'

/** Four tokens of which two are recorded: probabilities 0.8, 0.1, and two of 0.05 each. */
const run: RunFile = {
  model: 'by hand',
  modelChecksum: '',
  prompt: { id: 'hand-made', title: 'By hand', text: 'x', kind: 'wrong' },
  tokens: [{ id: 0, text: 'x' }],
  vocabularySize: 4,
  top: [
    [7, Math.log(0.8)],
    [9, Math.log(0.1)],
  ],
  texts: [' wrong', ' right'],
  logSumExpOfRest: Math.log(0.1),
  continuations: [],
}

test('at temperature 1 a recorded share is exact', () => {
  expect(recordedShare(run, { token: ' wrong', temperature: 1 })).toBeCloseTo(0.8, 12)
  expect(recordedShare(run, { token: ' right', temperature: 1 })).toBeCloseTo(0.1, 12)
})

test('at temperature 0 the most probable token takes everything', () => {
  expect(recordedShare(run, { token: ' wrong', temperature: 0 })).toBe(1)
  expect(recordedShare(run, { token: ' right', temperature: 0 })).toBe(0)
})

test('between them the share lies where the whole vocabulary would put it, or is refused', () => {
  // 0.64 / (0.64 + 0.01 + 2 x 0.0025); the bounds are 0.005 and 0.01 apart here, too wide to print.
  expect(() => recordedShare(run, { token: ' wrong', temperature: 0.5 })).toThrow(/only within/)
  const even = { ...run, top: [...run.top, [11, Math.log(0.05)]] as RunFile['top'] }
  const full = { ...even, texts: [' wrong', ' right', ' a'], logSumExpOfRest: Math.log(0.05) }
  expect(recordedShare(full, { token: ' wrong', temperature: 0.5 })).toBeCloseTo(0.64 / 0.655, 12)
})

test('a token that was not recorded and a temperature above 1 are refused', () => {
  expect(() => recordedShare(run, { token: ' nowhere', temperature: 1 })).toThrow(RangeError)
  expect(() => recordedShare(run, { token: ' wrong', temperature: 2 })).toThrow(RangeError)
})

test('rows and bars add up to the whole', () => {
  const { rows, others } = recordedRows(run, 2)
  expect(rows.map(({ share }) => share)).toEqual(['80 %', '10 %'])
  expect(others).toMatchObject({ count: '2', share: '10 %' })
  const bars = errorBars({ run, wrong: ' wrong', right: ' right', temperatures: [1, 0] })
  expect(bars.map(({ wrong }) => wrong)).toEqual(['80 %', '100 %'])
  expect(bars[0]?.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1, 12)
})

test('the nucleus of a recorded run is counted, and bounded from below beyond what was recorded', () => {
  expect(nucleusRow(run, { ps: [0.7, 0.85], k: 1 })).toMatchObject({
    first: '␣wrong',
    kept: ['1', '2'],
    massOfK: '80 %',
  })
  expect(nucleusRow(run, { ps: [0.95], k: 1 }).kept).toEqual(['more than 2'])
})

test('a continuation is told as its text and among how many tokens its steps chose', () => {
  const told: RunFile = {
    ...run,
    continuations: [
      {
        title: 'Temperature 1',
        steps: [],
        seed: 1,
        tokens: [
          [1, ' a', 0.5, 0.5, 3],
          [2, ' b', 0.5, 0.5, 12],
        ],
        ended: false,
      },
    ],
  }
  expect(continuationRows(told)).toEqual([
    { title: 'Temperature 1', seed: 1, text: ' a b', kept: 'each token chosen among 3 to 12' },
  ])
})
