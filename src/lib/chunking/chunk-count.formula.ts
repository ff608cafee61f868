import type { Formula } from '../formula/formula.ts'

/**
 * Windows of `size` units that cover a text of `length` units when each repeats `overlap` units of
 * the one before: `ceil((length - overlap) / (size - overlap))`, and 1 for a text no longer than the
 * overlap.
 *
 * Units: any, the same for all three. Source: `langchain-splitters-python`.
 *
 * @example
 * chunkCountFormula.evaluate({ length: 10000, size: 500, overlap: 50 }) // 23
 */
export const chunkCountFormula: Formula = {
  id: 'chunk-count',
  title: 'Chunks of a text cut into fixed windows',
  expression: 'max(1, ceil((length - overlap) / (size - overlap)))',
  symbols: {
    length: { meaning: 'length of the text', unit: '1', range: [1, 100000], whole: true },
    size: { meaning: 'size of a chunk', unit: '1', range: [500, 4000], whole: true },
    overlap: {
      meaning: 'units that a chunk repeats of the one before',
      unit: '1',
      range: [0, 499],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'langchain-splitters-python',
  evaluate: ({ length = 1, size = 1, overlap = 0 }) =>
    Math.max(1, Math.ceil((length - overlap) / (size - overlap))),
}
