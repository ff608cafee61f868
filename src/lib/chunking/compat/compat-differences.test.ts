import { describe, expect, it } from 'vitest'
import { compatDefaults } from './compat-defaults.ts'
import { compatDifferences } from './compat-differences.ts'

const texts = (id: string) =>
  compatDifferences()
    .find((difference) => difference.id === id)
    ?.results.map(({ chunks }) => chunks?.map(({ text }) => text))

describe('the differences of the libraries', () => {
  it('give other chunks, or a refusal, for one text in at least one library', () => {
    for (const { id, results } of compatDifferences()) {
      const answers = results.map(({ chunks, refused }) => JSON.stringify(chunks ?? refused))
      expect(new Set(answers).size, id).toBeGreaterThan(1)
    }
  })

  it('show that a Markdown heading is left at the end of a chunk in both languages', () => {
    expect(texts('first-heading')).toEqual([
      ['# One\n\nText one.\n## Two', 'Text two.\n# Three', 'Text three.'],
      ['# One\n\nText one.', '## Two\n\nText two.\n# Three', 'Text three.'],
    ])
  })

  it('show that nothing is repeated across a recursion boundary', () => {
    for (const chunks of texts('recursion-boundary')?.slice(0, 2) ?? []) {
      expect(chunks?.slice(1, 3)).toEqual(['four five six seven', 'eight nine ten'])
    }
  })
})

describe('the defaults', () => {
  it('are those of the versions named', () => {
    const sizes = Object.values(compatDefaults).map((row) => [row.chunkSize, row.chunkOverlap])
    expect(sizes).toEqual([
      [4000, 200],
      [1000, 200],
      [1024, 200],
    ])
  })
})
