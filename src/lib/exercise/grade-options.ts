import type { GradableChoice, GradableMultiple, Grade, GradedPart } from './gradable.ts'

/**
 * Grades chosen options. Each chosen option answers with its reason; when all is right, every
 * option does. A multiple choice says how many are missing, not which.
 *
 * @example gradeOptions(exercise, [2]).message //=> 'Right.'
 */
export function gradeOptions(
  exercise: GradableChoice | GradableMultiple,
  chosen: readonly number[],
): Grade {
  const { kind, options } = exercise
  if (chosen.length === 0) {
    const message = kind === 'choice' ? 'Choose one option first.' : 'Choose at least one option.'
    return { verdict: 'incomplete', message, parts: [] }
  }
  const wrong = options.filter((option, index) => chosen.includes(index) && !option.correct).length
  const missing = options.filter(
    (option, index) => option.correct && !chosen.includes(index),
  ).length
  const isRight = wrong === 0 && missing === 0
  const parts = options.flatMap((option, index): GradedPart[] => {
    if (!isRight && !chosen.includes(index)) return []
    const verdict = option.correct ? 'right' : 'wrong'
    return [{ id: String(index), verdict, message: option.reason }]
  })
  if (isRight) return { verdict: 'right', message: 'Right.', parts }
  if (kind === 'choice') return { verdict: 'wrong', message: 'Not this one.', parts }
  return { verdict: 'wrong', message: missed(wrong, missing), parts }
}

function missed(wrong: number, missing: number): string {
  const extra = wrong === 0 ? '' : `${wrong === 1 ? 'One' : wrong} of yours does not belong here.`
  const less = missing === 0 ? '' : `${missing === 1 ? 'One is' : `${missing} are`} still missing.`
  return `Not yet. ${[extra, less].filter((text) => text !== '').join(' ')}`
}
