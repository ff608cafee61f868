import type { Formula } from '../formula/formula.ts'

/**
 * Chance that at least one of k samples is correct, judged by more samples.
 *
 * Units: probability. Source: `pass-at-k-notes`.
 *
 * @example passAtKFormula.evaluate({ samples: 10, correct: 3, k: 1 }) // 0.3 (in floating point)
 */
export const passAtKFormula: Formula = {
  id: 'pass-at-k',
  title: 'pass@k',
  expression: '1 - combinations(samples - correct, k) / combinations(samples, k)',
  symbols: {
    samples: { meaning: 'samples drawn', unit: '1', range: [60, 200], whole: true },
    correct: { meaning: 'correct ones among them', unit: '1', range: [2, 20], whole: true },
    k: { meaning: 'samples that a reader would draw', unit: '1', range: [2, 40], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'pass-at-k-notes',
  evaluate: ({ samples = 1, correct = 0, k = 1 }) => {
    let allWrong = 1
    for (let drawn = 0; drawn < k; drawn++) {
      allWrong *= (samples - correct - drawn) / (samples - drawn)
    }
    return 1 - allWrong
  },
}
