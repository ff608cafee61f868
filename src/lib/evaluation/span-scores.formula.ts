import type { Formula } from '../formula/formula.ts'

const found: Formula['symbols'] = {
  found: {
    meaning: 'characters of the evidence that the chunks hold',
    unit: '1',
    range: [0, 500],
    whole: true,
  },
}
const retrieved: Formula['symbols'] = {
  retrieved: {
    meaning: 'characters of the chunks, shared text counted for each',
    unit: '1',
    range: [500, 9000],
    whole: true,
  },
}

/**
 * Share of the evidence's characters that the retrieved chunks hold.
 *
 * Units: share of 1. Source: `chunking-evaluation-code`.
 *
 * @example spanRecallFormula.evaluate({ found: 60, evidence: 80 }) // 0.75
 */
export const spanRecallFormula: Formula = {
  id: 'span-recall',
  title: 'Recall of the evidence, by characters',
  expression: 'found / evidence',
  symbols: {
    ...found,
    evidence: { meaning: 'characters of the evidence', unit: '1', range: [500, 900], whole: true },
  },
  unit: '1',
  certainty: 'exact',
  source: 'chunking-evaluation-code',
  evaluate: ({ found = 0, evidence = 1 }) => found / evidence,
}

/**
 * Share of the retrieved characters that are evidence. Text that two chunks share is retrieved
 * twice but found once, so that overlap has its price.
 *
 * Units: share of 1. Source: `chunking-evaluation-code`.
 *
 * @example spanPrecisionFormula.evaluate({ found: 60, retrieved: 600 }) // 0.1
 */
export const spanPrecisionFormula: Formula = {
  id: 'span-precision',
  title: 'Precision of the retrieved text, by characters',
  expression: 'found / retrieved',
  symbols: { ...found, ...retrieved },
  unit: '1',
  certainty: 'exact',
  source: 'chunking-evaluation-code',
  evaluate: ({ found = 0, retrieved = 1 }) => found / retrieved,
}

/**
 * Intersection over union of retrieved text and evidence: falls with text too much and with
 * evidence too little.
 *
 * Units: share of 1. Source: `chunking-evaluation-code`.
 *
 * @example spanIouFormula.evaluate({ found: 60, retrieved: 600, missed: 20 }) // 0.0967741935483871
 */
export const spanIouFormula: Formula = {
  id: 'span-iou',
  title: 'Intersection over union of retrieved text and evidence',
  expression: 'found / (retrieved + missed)',
  symbols: {
    ...found,
    ...retrieved,
    missed: {
      meaning: 'characters of the evidence that no chunk holds',
      unit: '1',
      range: [0, 400],
      whole: true,
    },
  },
  unit: '1',
  certainty: 'exact',
  source: 'chunking-evaluation-code',
  evaluate: ({ found = 0, retrieved = 1, missed = 0 }) => found / (retrieved + missed),
}
