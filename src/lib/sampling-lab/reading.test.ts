import { expect, test } from 'vitest'
import { formatShare } from './format-share.ts'
import { labSchema } from './lab-state.ts'
import { moveStep } from './move-step.ts'
import { readHand } from './read-hand.ts'
import { readRun } from './read-run.ts'
import { restLogits } from './rest-logits.ts'
import { shareAfterKey, shareAtPixel, shareToPercent } from './share-scale.ts'
import { tokenLabel } from './token-label.ts'

test('names before the numbers become the tokens’ names', () => {
  expect(readHand('Paris 0.5\nNew York: 0.25; C=0.25', 'probabilities')).toEqual({
    labels: ['Paris', 'New York', 'C'],
    logits: [Math.log(0.5), Math.log(0.25), Math.log(0.25)],
    notice: '',
  })
})

test('numbers without names are lettered, negative logits included', () => {
  expect(readHand('2, -1.5, 0', 'logits')).toEqual({
    labels: ['A', 'B', 'C'],
    logits: [2, -1.5, 0],
    notice: '',
  })
})

test.each([
  '1, NaN',
  '1, Infinity',
  '-Infinity, 1',
  '1, inf',
  '1, ∞',
  '1e999, 1',
  'a, b',
  '',
  '-0.5, 1.5',
  '0, 0',
])('the numbers "%s" are refused with one sentence', (text) => {
  const read = readHand(text, 'probabilities')
  expect('problem' in read && /\.$/.test(read.problem)).toBe(true)
})

test.each(['logits', 'probabilities'] as const)(
  'what is no number is refused in the same words among %s',
  (as) => {
    const read = readHand('1, NaN', as)
    expect('problem' in read && read.problem).toBe(
      '"NaN" is no number that a distribution can be made of; type a finite one.',
    )
  },
)

test('probabilities that do not sum to 1 are rescaled and said so', () => {
  const read = readHand('1, 1, 2', 'probabilities')
  expect('logits' in read && read.logits[0]).toBeCloseTo(Math.log(0.25), 12)
  expect('notice' in read && read.notice).toContain('sum to 4')
})

test('labels hide nothing: spaces, line ends, byte pieces, Chinese', () => {
  expect(tokenLabel({ text: ' the' })).toBe('␣the')
  expect(tokenLabel({ text: '\n\n' })).toBe('↵↵')
  expect(tokenLabel({ text: '\uFFFD', bytes: [0xe6, 0x9c] })).toBe('‹E6 9C›')
  expect(tokenLabel({ text: '机器' })).toBe('机器')
  expect(tokenLabel({ text: '\u200b' })).toBe('‹U+200B›')
  expect(tokenLabel({ text: '' })).toBe('∅')
})

test('the rest of a run has the recorded sum, in order, below the known logits', () => {
  const rest = restLogits({ known: 2000, vocabulary: 49_152, edge: 5.25, logSumExp: 13.2 })
  const sum = Math.log(rest.reduce((total, logit) => total + Math.exp(logit), 0))
  expect(sum).toBeCloseTo(13.2, 9)
  expect(rest[0]).toBeLessThanOrEqual(5.25)
  expect(rest.every((logit, at) => at === 0 || logit <= (rest[at - 1] ?? 0))).toBe(true)
})

test('a rest that is larger than its edge allows is laid flat', () => {
  const rest = restLogits({ known: 1, vocabulary: 3, edge: 0, logSumExp: 5 })
  expect([...rest]).toEqual([5 - Math.LN2, 5 - Math.LN2])
})

test('places on the scale and back', () => {
  expect(shareToPercent(0.5, 'linear')).toBe(50)
  expect(shareToPercent(0.001, 'log')).toBe(50)
  expect(shareToPercent(0, 'log')).toBe(0)
  expect(shareAtPixel({ x: 150, left: 100, width: 100, axis: 'linear' })).toBe(0.5)
  expect(shareAtPixel({ x: -5, left: 0, width: 100, axis: 'linear' })).toBe(0)
  expect(shareAfterKey(0.99, 'PageUp')).toBe(1)
  expect(shareAfterKey(0.5, 'a')).toBe(null)
})

test('a step moves and the others keep their order', () => {
  expect(moveStep(['a', 'b', 'c'], 'a', 5)).toEqual(['b', 'c', 'a'])
  expect(moveStep(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'c', 'b'])
})

test('a chain in a link may not name a step twice or unknown', () => {
  expect(labSchema.chain.parse('top_k,top_k')).toHaveProperty('problem')
  expect(labSchema.chain.parse('top_k,top_q')).toHaveProperty('problem')
  expect(labSchema.chain.parse('top_p,temperature')).toEqual({ value: ['top_p', 'temperature'] })
})

test('small probabilities keep their digits', () => {
  expect([0.8042, 0.0131, 0.00042, 1.2e-9, 0.99999].map(formatShare)).toEqual([
    '80.4 %',
    '1.31 %',
    '0.042 %',
    '1.2e-7 %',
    '99.999 %',
  ])
})

test('a file that is no run is refused by its name', () => {
  expect(() => readRun({}, 'x.json')).toThrow(/x\.json/)
  expect(() => readRun(null, 'x.json')).toThrow(RangeError)
})
