import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../sampling/seeded-random.ts'
import { topK } from '../top-k.ts'
import { buildGraph } from './build-graph.ts'
import { priorityQueue } from './priority-queue.ts'
import { recallAgainstWork } from './recall-against-work.ts'
import { searchGraph } from './search-graph.ts'

/** Rows of length 1 in crowds around a few centres, as texts on a few subjects are. */
function crowds(rows: number, dimensions: number, seed: number): Float32Array {
  const random = seededRandom(seed)
  const centres = Array.from({ length: 12 }, () =>
    Array.from({ length: dimensions }, () => random() - 0.5),
  )
  const table = Array.from({ length: rows }, (_, row) => {
    const centre = centres[row % centres.length] ?? []
    const raw = centre.map((value) => value + 0.5 * (random() - 0.5))
    const length = Math.hypot(...raw)
    return raw.map((value) => value / length)
  })
  return Float32Array.from(table.flat())
}

const queriesOf = (table: Float32Array, dimensions: number): readonly Float32Array[] =>
  Array.from({ length: table.length / dimensions }, (_, row) =>
    table.subarray(row * dimensions, (row + 1) * dimensions),
  )

describe('search in a graph', () => {
  it('that keeps as many candidates as there are rows is exact, copies of a row included', () => {
    const number = fc.integer({ min: -2, max: 2 })
    const row = fc.array(number, { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 60 }),
        row,
        fc.integer({ min: 1, max: 12 }),
        fc.nat(99),
        (rows, query, k, seed) => {
          const table = Float32Array.from(rows.flat())
          const graph = buildGraph(table, 3, { links: 2, efConstruction: 3, seed })
          const { hits, comparisons } = searchGraph(graph, Float32Array.from(query), k, rows.length)
          expect(hits).toEqual(topK(Float32Array.from(query), table, 3, k))
          expect(comparisons).toBe(rows.length)
        },
      ),
    )
  })

  it('finds nearly everything with a part of the work, and more with a larger ef', () => {
    const table = crowds(1200, 24, 3)
    const graph = buildGraph(table, 24, { links: 8, efConstruction: 60 })
    const queries = queriesOf(crowds(60, 24, 4), 24)
    const [small, large] = recallAgainstWork(graph, queries, { k: 10, efs: [10, 120] })
    expect(large?.recall).toBeGreaterThan(0.95)
    expect(large?.recall).toBeGreaterThanOrEqual(small?.recall ?? NaN)
    expect(small?.comparisons).toBeLessThan(large?.comparisons ?? NaN)
    expect(small?.comparisons).toBeLessThan(600)
  })

  it('is the same for the same seed, and gives its path down the levels', () => {
    const table = crowds(200, 8, 5)
    const [query = new Float32Array(8)] = queriesOf(table, 8)
    const graph = buildGraph(table, 8, { links: 4, seed: 2 })
    expect(buildGraph(table, 8, { links: 4, seed: 2 })).toEqual(graph)
    const { path } = searchGraph(graph, query, 1)
    expect(path).toHaveLength((graph.links[graph.entry]?.length ?? 0) - 1)
  })

  it('gives nothing from an empty graph and refuses what does not fit', () => {
    const none = buildGraph(new Float32Array(0), 2)
    expect(searchGraph(none, new Float32Array(2), 1)).toEqual({
      hits: [],
      comparisons: 0,
      path: [],
    })
    expect(() => searchGraph(none, new Float32Array(3), 1)).toThrow(/different models/)
    expect(() => searchGraph(none, new Float32Array(2), 0)).toThrow(/k is 0/)
    expect(() => buildGraph(new Float32Array(3), 2)).toThrow(/whole rows/)
    expect(() => buildGraph(new Float32Array(2), 0)).toThrow(/dimensions/)
    expect(() => buildGraph(new Float32Array(2), 2, { links: 1 })).toThrow(/links/)
  })
})

it('a priority queue gives numbers in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const queue = priorityQueue<number>((one, other) => one - other)
      for (const number of numbers) queue.push(number)
      const out = numbers.map(() => queue.pop())
      expect(out).toEqual(numbers.toSorted((one, other) => one - other))
      expect(queue.pop()).toBeUndefined()
    }),
  )
})
