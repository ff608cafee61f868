import { expect, test } from 'vitest'
import type { Token } from '../protocol.ts'
import { generate } from './generate.ts'

const tokenOf = (id: number): Token => ({ id, text: String(id), bytes: [], special: false })

/** Eight tokens with equal logits after anything: only the series of the seed decides. */
const flat = { nextLogits: () => Promise.resolve(new Float32Array(8)) }

const write = async (ids: readonly number[], maxTokens: number, skip?: number) => {
  const steps = await generate({
    request: { ids, promptLength: 1, steps: [], seed: 42, skip, maxTokens, stopTokenIds: [] },
    signal: new AbortController().signal,
    onStep: () => undefined,
    decoder: flat,
    tokenOf,
    contextLength: 100,
  })
  return steps.map(({ token }) => token.id)
}

test('token by token, each time passing over what was drawn, the text is that of one go', async () => {
  const whole = await write([0], 6)
  const single: number[] = []
  for (let skip = 0; skip < 6; skip++) single.push(...(await write([0, ...single], 1, skip)))
  expect(single).toEqual(whole)
})

test('without a number to pass over the series begins at its start', async () => {
  expect(await write([0], 3, 0)).toEqual(await write([0], 3))
})
