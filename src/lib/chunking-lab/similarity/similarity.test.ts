import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LabChunk } from '../lab-chunk.ts'
import { cellWords } from './cell-words.ts'
import { chunkStart } from './chunk-start.ts'
import { cosineMatrix, cosineOf } from './cosine-matrix.ts'
import { flatVectors, vectorRows } from '../../retrieval/flat-vectors.ts'
import { heatDomain } from './heat-domain.ts'
import { heatCellAt, heatLayout, steppedCell } from './heat-layout.ts'
import { heatPaths } from './heat-paths.ts'
import { heatPixels } from './heat-pixels.ts'
import { labelledPoints, mapLayout, type MapLayout } from './map-layout.ts'
import { axisTitles, mapNotes } from './map-notes.ts'
import { distancesOf } from '../../projection/distances.ts'
import { keptNeighbours, mapTrust } from './map-trust.ts'
import { nearestChunks } from './nearest-chunks.ts'
import { pairSummary } from './pair-summary.ts'
import { pcaMap } from './pca-map.ts'
import { questionPlace } from './question-place.ts'
import { goldChunks, rankedChunks } from './ranked-chunks.ts'
import { closeWords, pairWords, rankWords, trustWords } from './say.ts'
import { shownRanks } from './shown-ranks.ts'
import { similarityTable } from './similarity-table.ts'
import { usedNeighbours } from './used-neighbours.ts'

/** Directions in a plane: their cosines are known. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180))
const fan = flatVectors([at(0), at(60), at(90), at(180)])
const matrix = cosineMatrix(fan)

const chunk = (number: number, start: number, end: number, shared = 0): LabChunk => ({
  number,
  start,
  end,
  level: 'paragraph',
  reason: '',
  characters: end - start,
  tokens: null,
  repeats: { characters: shared, tokens: null },
  readTo: null,
})

describe('flatVectors', () => {
  test('puts rows after one another, and gives them back', () => {
    expect([...fan.values.slice(0, 2)]).toEqual([1, 0])
    expect(vectorRows(flatVectors([Float32Array.of(1, 2), Float32Array.of(3, 4)]))).toEqual([
      Float32Array.of(1, 2),
      Float32Array.of(3, 4),
    ])
    expect(flatVectors([])).toMatchObject({ count: 0, dimensions: 0 })
  })

  test('refuses vectors of two models', () => {
    expect(() => flatVectors([Float32Array.of(1), Float32Array.of(1, 2)])).toThrow(
      'different models',
    )
  })
})

describe('cosineMatrix', () => {
  test('holds the cosines of known angles, the same on both sides of the diagonal', () => {
    expect(cosineOf(matrix, 0, 1)).toBeCloseTo(0.5, 6)
    expect(cosineOf(matrix, 2, 0)).toBeCloseTo(0, 6)
    expect(cosineOf(matrix, 0, 3)).toBeCloseTo(-1, 6)
    expect(cosineOf(matrix, 3, 3)).toBe(1)
  })

  test('does not mind lengths; a vector of zeros is similar to nothing', () => {
    const made = cosineMatrix(
      flatVectors([Float32Array.of(3, 4), Float32Array.of(40, 30), Float32Array.of(0, 0)]),
    )
    expect(cosineOf(made, 0, 1)).toBeCloseTo(0.96, 6)
    expect(cosineOf(made, 0, 2)).toBe(0)
  })

  test('stays symmetric and within -1 and 1', () => {
    const vector = fc.float32Array({
      minLength: 5,
      maxLength: 5,
      noNaN: true,
      noDefaultInfinity: true,
      min: -100,
      max: 100,
    })
    fc.assert(
      fc.property(fc.array(vector, { minLength: 1, maxLength: 6 }), (rows) => {
        const made = cosineMatrix(flatVectors(rows))
        for (let one = 0; one < made.count; one++) {
          for (let other = 0; other < made.count; other++) {
            expect(cosineOf(made, one, other)).toBe(cosineOf(made, other, one))
            expect(Math.abs(cosineOf(made, one, other))).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('pairSummary', () => {
  test('finds the most and the least alike, and the means', () => {
    // Pairs: 0-1 0.5, 0-2 0, 0-3 -1, 1-2 cos 30, 1-3 cos 120, 2-3 0.
    const summary = pairSummary(matrix, 2)
    expect(summary?.pairs).toBe(6)
    expect(summary?.most.map(({ one, other }) => [one, other])).toEqual([
      [1, 2],
      [0, 1],
    ])
    expect(summary?.least.map(({ one, other }) => [one, other])).toEqual([
      [0, 3],
      [1, 3],
    ])
    expect(summary?.highest).toBeCloseTo(Math.sqrt(3) / 2, 5)
    expect(summary?.lowest).toBeCloseTo(-1, 5)
    expect(summary?.mean).toBeCloseTo((0.5 + 0 - 1 + Math.sqrt(3) / 2 - 0.5 + 0) / 6, 5)
    expect(summary?.neighbourMean).toBeCloseTo((0.5 + Math.sqrt(3) / 2 + 0) / 3, 5)
  })

  test('has nothing to say of one chunk, and one pair of two', () => {
    expect(pairSummary(cosineMatrix(flatVectors([at(0)])), 5)).toBeNull()
    const two = pairSummary(cosineMatrix(flatVectors([at(0), at(60)])), 5)
    expect(two?.most).toHaveLength(1)
    expect(two === null ? '' : pairWords(two, 'M')).toBe('The only pair has the cosine 0.50.')
  })
})

describe('the colours of the heat map', () => {
  test('go as far as the pairs, in steps that fit their spread', () => {
    expect(heatDomain({ lowest: 0.312, highest: 0.93 })).toEqual([0.3, 0.95])
    expect(heatDomain({ lowest: 0.927, highest: 0.962 })).toEqual([0.92, 0.97])
    expect(heatDomain({ lowest: 0.81, highest: 0.99 })).toEqual([0.8, 1])
    expect(heatDomain({ lowest: -0.12, highest: 0.4 })).toEqual([-0.15, 0.4])
    expect(heatDomain({ lowest: 0.5, highest: 0.5 })).toEqual([0.5, 0.51])
  })

  test('are one outline a shade, the diagonal empty', () => {
    const made = heatPaths(matrix, [-1, 1], 5)
    // Shades -1, -0.5, 0, 0.5, 1: only the pair 0-3 is at the lowest.
    expect(made.find(({ shade }) => shade === 0)?.path).toBe('M3 0h1v1h-1zM0 3h1v1h-1z')
    const cells = made.flatMap(({ path }) => path.match(/M\d+ \d+h/g) ?? [])
    expect(new Set(cells).size).toBe(12)
    expect(cells.filter((cell) => /M(\d+) \1h/.test(cell))).toEqual([])
    expect(heatPaths(cosineMatrix(flatVectors([at(0)])), [0, 1], 3)).toEqual([])
  })

  test('are one pixel a cell, the diagonal empty', () => {
    const two = cosineMatrix(flatVectors([at(0), at(60)]))
    const pixels = heatPixels(
      two,
      [0, 1],
      [
        [0, 0, 0],
        [10, 20, 30],
        [40, 50, 60],
      ],
    )
    expect([...pixels]).toEqual([0, 0, 0, 0, 10, 20, 30, 255, 10, 20, 30, 255, 0, 0, 0, 0])
  })
})

describe('heatLayout', () => {
  test('gives every cell back to the pointer in its middle, at any width and scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 1200 }),
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.3, max: 1, noNaN: true }),
        (width, count, scale) => {
          const layout = heatLayout(width, count)
          expect(layout.right).toBeLessThanOrEqual(width)
          const cell = (layout.right - layout.left) / count
          const row = count - 1
          const found = heatCellAt({
            x: 5 + scale * (layout.left + cell / 2),
            y: 7 + scale * (layout.top + (row + 0.5) * cell),
            box: { left: 5, top: 7, width: scale * layout.width },
            layout,
            count,
          })
          expect(found).toEqual({ row, column: 0 })
        },
      ),
    )
  })

  test('has no cell outside, and labels that do not run into each other', () => {
    const layout = heatLayout(320, 100)
    const box = { left: 0, top: 0, width: layout.width }
    expect(heatCellAt({ x: 2, y: 100, box, layout, count: 100 })).toBeNull()
    expect(layout.labelled.length).toBeLessThan(14)
    expect(layout.labelled[0]?.number).toBe(1)
    expect(heatLayout(600, 3).labelled.map(({ number }) => number)).toEqual([1, 2, 3])
  })

  test('steps by arrow keys and stays inside', () => {
    expect(steppedCell({ row: 0, column: 0 }, 'ArrowRight', 3)).toEqual({ row: 0, column: 1 })
    expect(steppedCell({ row: 0, column: 0 }, 'ArrowUp', 3)).toEqual({ row: 0, column: 0 })
    expect(steppedCell({ row: 2, column: 1 }, 'ArrowDown', 3)).toEqual({ row: 2, column: 1 })
    expect(steppedCell({ row: 1, column: 1 }, 'End', 3)).toEqual({ row: 1, column: 2 })
    expect(steppedCell({ row: 1, column: 1 }, 'x', 3)).toBeNull()
  })
})

describe('maps', () => {
  const corners = [
    [0, 0, 0],
    [4, 0, 0],
    [0, 2, 0],
    [4, 2, 0],
  ].map((row) => Float32Array.from(row))

  test('PCA lays a rectangle flat, keeps its distances and places the question along it', () => {
    const map = pcaMap(flatVectors(corners), Float32Array.of(2, 1, 9))
    expect(map.query?.[0]).toBeCloseTo(0, 6)
    expect(map.query?.[1]).toBeCloseTo(0, 6)
    // Variances: 4 along x (16/3·…), 1 along y: 4 to 1.
    expect(map.shares?.[0]).toBeCloseTo(0.8, 6)
    expect(map.shares?.[1]).toBeCloseTo(0.2, 6)
    const [a, b] = map.points
    expect(Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 0), (a?.[1] ?? 0) - (b?.[1] ?? 0))).toBeCloseTo(4)
    expect(map.trust).toBeNull()
  })

  test('PCA of two chunks is a line', () => {
    const map = pcaMap(flatVectors([at(0), at(90)]), null)
    expect(map.shares?.[0]).toBeCloseTo(1, 6)
    expect(map.points.every((place) => place.every(Number.isFinite))).toBe(true)
  })

  const row = Array.from({ length: 24 }, (_, index) => [index * index, 0])

  test('a faithful picture has full trust; neighbours are counted to 10, below half of few', () => {
    expect(mapTrust(distancesOf(row), distancesOf(row))).toEqual({
      k: 10,
      trustworthiness: 1,
      continuity: 1,
      kept: 10,
      keptByChance: 100 / 23,
    })
    expect(mapTrust(distancesOf(row.slice(0, 11)), distancesOf(row.slice(0, 11)))?.k).toBe(5)
    expect(mapTrust(distancesOf(row.slice(0, 10)), distancesOf(row.slice(0, 10)))).toBeNull()
  })

  test('a picture that swaps two neighbours keeps fewer', () => {
    // Nearest of 0, 1, 5, 6: each other in pairs. In the picture 1 and 5 have changed places.
    expect(
      keptNeighbours(distancesOf([[0], [1], [5], [6]]), distancesOf([[0], [5], [1], [6]]), 1),
    ).toBe(0)
    expect(
      keptNeighbours(distancesOf([[0], [1], [5], [6]]), distancesOf([[0], [1], [5], [6]]), 1),
    ).toBe(1)
  })

  test('a question without a rule stands in the middle of its three nearest', () => {
    const place = questionPlace(
      at(0),
      [at(10), at(170), at(20), at(30)],
      [
        [0, 0],
        [99, 99],
        [3, 0],
        [0, 6],
      ],
    )
    expect(place).toEqual([1, 2])
    expect(questionPlace(at(0), [], [])).toBeNull()
  })

  test('a layout has room for all places, with one unit for both directions', () => {
    const inside = (layout: MapLayout, x: number, y: number) =>
      x >= layout.across[0] &&
      x <= layout.across[1] &&
      y >= layout.upwards[0] &&
      y <= layout.upwards[1]
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number), { maxLength: 20 }),
        fc.integer({ min: 240, max: 1200 }),
        (places, width) => {
          const layout = mapLayout(width, places)
          for (const [x, y] of places) expect(inside(layout, x, y)).toBe(true)
          const [left, right] = layout.across
          const [low, high] = layout.upwards
          expect(right).toBeGreaterThan(left)
          const unit = (right - left) / layout.plotWidth
          expect((high - low) / layout.plotHeight / unit).toBeCloseTo(1, 4)
        },
      ),
    )
  })

  test('all of a few points carry their number, and those that matter of many', () => {
    const few = labelledPoints({ count: 3, gold: new Set(), best: [], chosen: null })
    expect([...few]).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ])
    const many = labelledPoints({ count: 500, gold: new Set([7]), best: [3, 7], chosen: 9 })
    expect([...many.values()].sort((a, b) => a - b)).toEqual([4, 8, 10])
  })

  test('notes say what was done otherwise than asked', () => {
    const points = Array.from({ length: 4 }, () => [0, 0] as const)
    const map = { method: 'pca', points, query: null, shares: [0.15, 0.11], trust: null } as const
    const said = mapNotes({ map, state: { map: 'umap', neighbours: 15 }, chunks: 9 })
    expect(said[0]).toContain('26 % of the variance (15 % and 11 %)')
    expect(said.join(' ')).toContain('at least 5 chunks')
    expect(said.join(' ')).toContain('the first 4 of 9 chunks')
    expect(axisTitles(map).across).toBe('component 1 (15 % of the variance)')
    expect(axisTitles({ ...map, shares: null }).upwards).toBe('')
    expect(usedNeighbours(15, 10)).toBe(9)
    expect(usedNeighbours(15, 100)).toBe(15)
  })
})

describe('ranking', () => {
  const chunks = [chunk(1, 0, 100), chunk(2, 90, 200, 10), chunk(3, 200, 210)]

  test('puts the chunks in the order of their angle to the question', () => {
    const ranked = rankedChunks({ query: at(70), vectors: fan, gold: new Set([0]) })
    expect(ranked.map(({ index }) => index)).toEqual([1, 2, 0, 3])
    expect(ranked[0]?.cosine).toBeCloseTo(Math.cos(Math.PI / 18), 5)
    expect(ranked.map(({ gold }) => gold)).toEqual([false, false, true, false])
    const said = rankWords({ ranked, marked: true, model: 'M' })
    expect(said).toContain('Best: chunk 2, cosine 0.98.')
    expect(said).toContain('The first chunk with the answer stands at rank 3 of 4.')
    expect(said).not.toContain('close together')
  })

  test('says when the cut lost the answer, and nothing where none is marked', () => {
    const ranked = rankedChunks({ query: at(70), vectors: fan, gold: new Set() })
    expect(rankWords({ ranked, marked: true, model: 'M' })).toContain('No chunk holds half')
    expect(rankWords({ ranked, marked: false, model: 'M' })).not.toContain('answer')
    expect(rankWords({ ranked: [], marked: false, model: 'M' })).toBe('')
  })

  test('gold chunks hold half of the answer; a changed chunk has no place', () => {
    expect([...goldChunks(chunks, [{ start: 40, end: 60 }])]).toEqual([0])
    expect([...goldChunks(chunks, [{ start: 85, end: 105 }])]).toEqual([0, 1])
    expect([...goldChunks(chunks, [])]).toEqual([])
    const changed = chunks.map((each) => ({ ...each, literal: 'x' }))
    expect([...goldChunks(changed, [{ start: 40, end: 60 }])]).toEqual([])
  })

  test('shows the first k, and fifty more each time', () => {
    const ranks = Array.from({ length: 80 }, (_, index) => index)
    expect(shownRanks(ranks, 5, 1)).toMatchObject({ shown: [0, 1, 2, 3, 4], more: 50 })
    expect(shownRanks(ranks, 5, 2)).toMatchObject({ more: 25 })
    expect(shownRanks([1], 5, 1)).toEqual({ shown: [1], more: 0 })
  })
})

describe('in words', () => {
  test('a model whose cosines lie close together is called so', () => {
    expect(closeWords(0.78, 0.95, 'E5', 'All pairs')).toContain('cosines of E5 lie close together')
    expect(closeWords(-0.1, 0.95, 'E5', 'All pairs')).toBe('All pairs lie between -0.10 and 0.95.')
  })

  test('a pair names its overlap only where it has one', () => {
    const chunks = [chunk(1, 0, 100), chunk(2, 90, 200, 10), chunk(3, 200, 210)]
    const say = (row: number, column: number) =>
      cellWords({ matrix, cell: { row, column }, chunks })
    expect(say(1, 0)).toBe(
      'Chunks 2 and 1: cosine 0.500. They share 10 characters of overlap, which makes them more alike.',
    )
    expect(say(1, 2)).toBe('Chunks 2 and 3: cosine 0.866.')
    expect(say(1, 1)).toContain('by definition')
  })

  test('trust has three verdicts, and none for a few chunks', () => {
    const trust = { k: 10, trustworthiness: 0.97, continuity: 1, kept: 8.2, keptByChance: 1.1 }
    expect(trustWords(trust, 384)).toContain('mostly neighbours')
    expect(trustWords(trust, 384)).toContain('8.2 on average are among the 10 nearest')
    expect(trustWords({ ...trust, trustworthiness: 0.9 }, 384)).toContain('as hints')
    expect(trustWords({ ...trust, trustworthiness: 0.7 }, 384)).toContain('Do not trust')
    expect(trustWords(null, 384)).toContain('fewer than 11')
  })

  test('the nearest chunks of one are listed, best first', () => {
    expect(nearestChunks(matrix, 1, 2)).toContain('3 (0.87), 1 (0.50)')
    expect(nearestChunks(matrix, 9, 2)).toBe('')
  })

  test('a chunk begins with whole words, or with as many letters of Chinese', () => {
    expect(chunkStart('# Tea\n\nThe shop opens at nine.', 12)).toBe('# Tea The …')
    expect(chunkStart('Short.')).toBe('Short.')
    expect(chunkStart('茶室九点开门。', 4)).toBe('茶室九点 …')
    expect(chunkStart('😀'.repeat(9), 4)).toBe('😀😀😀😀 …')
  })
})

test('the table holds every pair with four decimals, and the question', () => {
  const table = similarityTable({
    matrix: cosineMatrix(flatVectors([at(0), at(30)])),
    question: { text: 'Why?', cosines: [0.123456, -0.5] },
    caption: 'A text',
  })
  expect(table.columns).toEqual(['Chunk', '1', '2', 'Question: Why?'])
  expect(table.rows).toEqual([
    [1, 1, 0.866, 0.1235],
    [2, 0.866, 1, -0.5],
  ])
})
