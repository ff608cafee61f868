import { expect, test } from 'vitest'
import { indexPlan } from './index-plan.ts'

const million = {
  vectors: 1e6,
  dimensions: 1024,
  format: 'float32',
  links: 16,
  machineBytes: 32e9,
  copies: 1,
} as const

test('a million vectors of 1,024 float32 numbers take 4.096 GB and 128 MB of links', () => {
  expect(indexPlan(million)).toEqual({
    vectorBytes: 4_096_000_000,
    graphBytes: 128_000_000,
    totalBytes: 4_224_000_000,
    shards: 1,
    machines: 1,
  })
})

test('a billion of them lie on 132 machines of 32 GB, and on 264 when kept twice', () => {
  const billion = indexPlan({ ...million, vectors: 1e9, copies: 2 })
  expect(billion.shards).toBe(132)
  expect(billion.machines).toBe(264)
})

test('one bit a number leaves the links as the larger part', () => {
  const bits = indexPlan({ ...million, format: 'bit', dimensions: 384 })
  expect(bits.vectorBytes).toBe(48_000_000)
  expect(bits.graphBytes).toBeGreaterThan(bits.vectorBytes)
})

test('impossible numbers are refused', () => {
  expect(() => indexPlan({ ...million, machineBytes: 0 })).toThrow('machineBytes is 0')
})
