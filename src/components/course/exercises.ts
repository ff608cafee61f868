import { getCollection } from 'astro:content'
import { inOrder } from '../../lib/exercise/in-order.ts'
import { resolveExercise } from '../../lib/exercise/resolve-exercise.ts'
import type { ResolvedExercise } from '../../lib/exercise/resolve-exercise.ts'
import { validateExercises } from '../../lib/exercise/validate-exercises.ts'
import { lookups } from './lookups'

/** An exercise and its number in its chapter, from 1. */
export interface NumberedExercise extends ResolvedExercise {
  readonly number: number
  /** The preset from which a widget exercise starts. */
  readonly start: string | null
}

/** The exercises of a chapter as they are written, in order. */
export async function chapterExercises(chapter: number) {
  const entries = await getCollection('exercises', ({ data }) => data.chapter === chapter)
  const exercises = inOrder(entries.map(({ data }) => data))
  validateExercises(exercises)
  return exercises
}

/** One exercise of a chapter, its keys computed; a wrong id fails the build with a hint. */
export async function findExercise(chapter: number, id: string): Promise<NumberedExercise> {
  const exercises = await chapterExercises(chapter)
  const index = exercises.findIndex((exercise) => exercise.id === id)
  const exercise = exercises[index]
  if (exercise === undefined) {
    const known = exercises.map((each) => each.id).join(', ')
    throw new Error(`Chapter ${chapter} has no exercise "${id}"; it has: ${known}.`)
  }
  const start = exercise.kind === 'widget' ? exercise.start : null
  return { ...resolveExercise(exercise, lookups), number: index + 1, start }
}
