import { expect, test } from 'vitest'
import { calculatorSchema } from '../memory-calculator/calculator-state.ts'
import { decodeState } from '../state/decode-state.ts'
import { calculatorHash } from './calculator-hash.ts'

test('what the home page carries over is what the calculator reads', () => {
  const hash = calculatorHash({ model: 'qwen3-8b', tokens: 65_536 })
  const { state, problems, unknown } = decodeState({
    widget: 'memory-calculator',
    schema: calculatorSchema,
    hash,
  })
  expect(state).toMatchObject({ model: 'qwen3-8b', weightFormat: 'Q4_K_M', tokens: 65_536 })
  expect([problems, unknown]).toEqual([[], []])
})
