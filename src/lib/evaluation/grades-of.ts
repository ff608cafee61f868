import type { RankedAnswer, Relevance } from './relevance.ts'

/**
 * The grades of a ranking, best rank first. A document that stands there twice earns its grade once;
 * a grade below 0 counts as 0.
 *
 * @throws RangeError when a grade is not finite
 * @example gradesOf({ ranking: ['a', 'b'], relevance: { b: 2 } }) // [0, 2]
 */
export function gradesOf({ ranking, relevance }: RankedAnswer): readonly number[] {
  const seen = new Set<string>()
  return ranking.map((name) => {
    const id = String(name)
    const grade = seen.has(id) || !Object.hasOwn(relevance, id) ? 0 : checked(relevance[id])
    seen.add(id)
    return grade
  })
}

/**
 * The grades of all relevant documents, best first: what a perfect ranking would show.
 *
 * @throws RangeError when a grade is not finite
 * @example idealGrades({ a: 0, b: 1, c: 3 }) // [3, 1]
 */
export function idealGrades(relevance: Relevance): readonly number[] {
  return Object.values(relevance)
    .map(checked)
    .filter((grade) => grade > 0)
    .sort((one, other) => other - one)
}

/**
 * The cutoff of a metric.
 *
 * @throws RangeError when it is no whole number above 0
 * @example checkCutoff(5) // 5
 */
export function checkCutoff(k: number): number {
  if (Number.isInteger(k) && k > 0) return k
  throw new RangeError(`The cutoff k is ${k}; it must be a whole number above 0.`)
}

function checked(grade: number | undefined): number {
  if (grade === undefined || !Number.isFinite(grade)) {
    throw new RangeError(`A grade is ${grade}; it must be a number.`)
  }
  return Math.max(0, grade)
}
