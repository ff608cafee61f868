import { expect, test } from 'vitest'
import { flatVectors } from '../../lib/retrieval/flat-vectors.ts'
import { seededRandom } from '../../lib/sampling/seeded-random.ts'
import { umapMap } from './umap-map.ts'

/** Two bundles of directions, far from each other. */
const random = seededRandom(1)
const bundle = (axis: number, count: number) =>
  Array.from({ length: count }, () =>
    Float32Array.from({ length: 8 }, (_, at) => (at === axis ? 1 : 0) + 0.1 * (random() - 0.5)),
  )
const rows = [...bundle(0, 20), ...bundle(5, 20)]
const request = {
  vectors: flatVectors(rows),
  query: Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0),
  method: 'umap',
  neighbours: 10,
  seed: 42,
} as const

const distance = ([x, y]: readonly [number, number], [a, b]: readonly [number, number]) =>
  Math.hypot(x - a, y - b)
const middle = (points: readonly (readonly [number, number])[]) =>
  [0, 1].map((axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length)

test('UMAP keeps two bundles apart, and the question with its own', async () => {
  const { points, query, shares, trust } = await umapMap(request)
  expect(shares).toBeNull()
  expect(points).toHaveLength(40)
  const [ax = 0, ay = 0] = middle(points.slice(0, 20))
  const [bx = 0, by = 0] = middle(points.slice(20))
  const nearer = points.map((point) => distance(point, [ax, ay]) < distance(point, [bx, by]))
  expect(nearer.slice(0, 20).every((each) => each)).toBe(true)
  expect(nearer.slice(20).some((each) => each)).toBe(false)
  expect(query === null ? NaN : distance(query, [ax, ay])).toBeLessThan(
    query === null ? NaN : distance(query, [bx, by]),
  )
  expect(trust?.trustworthiness).toBeGreaterThan(0.7)
})

test('the same seed draws the same map, another one another', async () => {
  const { points } = await umapMap(request)
  expect((await umapMap(request)).points).toEqual(points)
  expect((await umapMap({ ...request, seed: 7 })).points).not.toEqual(points)
})

test('five chunks are enough, with fewer neighbours than were asked for', async () => {
  const few = { ...request, vectors: flatVectors(rows.slice(0, 5)), query: null }
  const { points, query, trust } = await umapMap(few)
  expect(points.every((place) => place.every(Number.isFinite))).toBe(true)
  expect(query).toBeNull()
  expect(trust).toBeNull()
})
