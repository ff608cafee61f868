import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterRows } from './filter-rows.ts'
import { rankChanges } from './rank-changes.ts'

describe('changes of rank', () => {
  it('say what rose, fell, stayed, entered and left', () => {
    const changes = rankChanges({ before: ['a', 'b', 'c', 'd'], after: ['c', 'b', 'a', 'e'] })
    expect(changes.map(({ id, kind, places }) => [id, kind, places])).toEqual([
      ['c', 'up', 2],
      ['b', 'same', 0],
      ['a', 'down', -2],
      ['e', 'entered', 0],
      ['d', 'left', 0],
    ])
  })

  it('take what falls below the depth for gone', () => {
    const changes = rankChanges({ before: ['a', 'b', 'c'], after: ['c', 'a', 'b'], depth: 2 })
    expect(changes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'c entered',
      'a down',
      'b left',
    ])
  })

  it('are none between a ranking and itself, and turned round the other way', () => {
    const ranking = fc.uniqueArray(fc.nat(9))
    fc.assert(
      fc.property(ranking, ranking, (before, after) => {
        expect(rankChanges({ before, after: before }).every(({ kind }) => kind === 'same')).toBe(
          true,
        )
        const places = (list: readonly { readonly places: number }[]) =>
          list.map((each) => each.places).reduce((sum, each) => sum + each, 0)
        const there = places(rankChanges({ before, after }))
        expect(there + places(rankChanges({ before: after, after: before }))).toBe(0)
      }),
    )
  })
})

describe('a filter', () => {
  const rows = [
    { language: 'en', year: 2023 },
    { language: 'zh', year: 2025 },
    { language: 'en', year: 2025, draft: true },
    { language: 'en' },
  ]

  it('keeps the rows that meet every condition', () => {
    expect(filterRows(rows, [])).toEqual([0, 1, 2, 3])
    expect(filterRows(rows, [{ field: 'language', oneOf: ['en'] }])).toEqual([0, 2, 3])
    const both = [
      { field: 'language', oneOf: ['en', 'zh'] },
      { field: 'year', from: 2024, to: 2026 },
    ]
    expect(filterRows(rows, both)).toEqual([1, 2])
  })

  it('drops a row without the field, and a text where a number is asked for', () => {
    expect(filterRows(rows, [{ field: 'draft', oneOf: [true] }])).toEqual([2])
    expect(filterRows(rows, [{ field: 'language', from: 0 }])).toEqual([])
    expect(filterRows(rows, [{ field: 'constructor', oneOf: [1] }])).toEqual([])
  })
})
