import type { ExerciseAnswer, GradableExercise, Grade } from './gradable.ts'
import { gradeFacts } from './grade-facts.ts'
import { gradeNumeric } from './grade-numeric.ts'
import { gradeOptions } from './grade-options.ts'
import { gradeOrdering } from './grade-ordering.ts'

/**
 * Grades one answer to one exercise, in words. The exercise comes from `resolveExercise`, its keys
 * computed; the answer may be anything a form, a widget or a stored file holds: what does not fit
 * is 'incomplete', never an error.
 *
 * @example gradeExercise(exercise, { 'llama-2-7b': '512 KiB' }).verdict //=> 'right'
 */
export function gradeExercise(exercise: GradableExercise, answer: ExerciseAnswer): Grade {
  switch (exercise.kind) {
    case 'numeric':
      return gradeNumeric(exercise, asRecord(answer))
    case 'choice':
      return gradeOptions(exercise, asIndexes(answer).slice(0, 1))
    case 'multiple':
      return gradeOptions(exercise, asIndexes(answer))
    case 'ordering':
      return gradeOrdering(exercise, asIndexes(answer))
    case 'widget':
      return gradeFacts(exercise, asRecord(answer))
  }
}

function asRecord(answer: unknown): Readonly<Record<string, unknown>> {
  const isPlain = typeof answer === 'object' && answer !== null && !Array.isArray(answer)
  return isPlain ? Object.fromEntries(Object.entries(answer)) : {}
}

function asIndexes(answer: unknown): readonly number[] {
  if (!Array.isArray(answer)) return []
  const indexes = answer.filter((index: unknown): index is number => Number.isInteger(index))
  return [...new Set(indexes)]
}
