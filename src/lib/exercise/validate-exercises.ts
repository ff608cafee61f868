import type { Exercise, NumericAnswer } from './exercise.ts'

/**
 * Checks what the shape of the exercises alone cannot say: ids are unique, a single choice has one
 * right option and a multiple choice at least one, texts and reasons are not empty, values of an
 * ordering are given for all items or none. Options whose `correct` is computed are trusted here.
 * Errors: RangeError naming the exercise and what to change.
 *
 * @example validateExercises([]) // nothing to say
 */
export function validateExercises(exercises: readonly Exercise[]): void {
  const seen = new Set<string>()
  for (const exercise of exercises) {
    const problem = seen.has(exercise.id) ? 'the id is used twice' : problemOf(exercise)
    if (problem !== null) throw new RangeError(`Exercise "${exercise.id}": ${problem}.`)
    seen.add(exercise.id)
  }
}

function problemOf(exercise: Exercise): string | null {
  if (exercise.hints.length === 0) return 'give at least one hint'
  if (exercise.worked.trim() === '') return 'write the worked answer'
  if (exercise.objective.trim() === '') return 'name the objective that it serves'
  switch (exercise.kind) {
    case 'choice':
    case 'multiple':
      return optionsProblem(exercise)
    case 'ordering':
      return orderingProblem(exercise.items)
    case 'numeric':
      return numericProblem(exercise.answers)
    case 'widget':
      return exercise.check.some(({ says }) => says.trim() === '')
        ? 'say what to do while a check does not hold'
        : null
  }
}

function numericProblem(answers: readonly NumericAnswer[]): string | null {
  if (repeated(answers.map(({ id }) => id))) return 'two answers share an id'
  return answers.some(({ quantity, bareUnit }) => quantity !== 'bytes' && bareUnit !== undefined)
    ? 'only an answer in bytes has a bareUnit'
    : null
}

function optionsProblem(exercise: Exercise & { readonly kind: 'choice' | 'multiple' }) {
  const { kind, options } = exercise
  if (options.some(({ reason }) => reason.trim() === '')) return 'give every option its reason'
  if (repeated(options.map(({ text }) => text))) return 'two options say the same'
  if (options.some(({ correct }) => typeof correct !== 'boolean')) return null
  const right = options.filter(({ correct }) => correct === true).length
  if (kind === 'choice' && right !== 1) return `a choice has one right option, this has ${right}`
  return right === 0 ? 'no option is right' : null
}

function orderingProblem(items: readonly { readonly value?: unknown }[]): string | null {
  const valued = items.filter(({ value }) => value !== undefined).length
  return valued === 0 || valued === items.length ? null : 'give all items a value, or none'
}

const repeated = (names: readonly string[]) => new Set(names).size < names.length
