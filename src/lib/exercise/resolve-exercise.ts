import { bytesPer } from '../units/units.ts'
import { evaluateKey, isKeyCall } from './evaluate-key.ts'
import type { Exercise, KeyCall, NumericAnswer, Option } from './exercise.ts'
import { fillText } from './fill-text.ts'
import { formatValue } from './format-value.ts'
import type { GradableAnswer, GradableExercise, GradableOption } from './gradable.ts'
import type { Lookups } from './lookups.ts'
import { shuffled } from './shuffled.ts'

/** An exercise ready to be shown and graded: keys computed, numbers written into its texts. */
export interface ResolvedExercise {
  readonly id: string
  readonly objective: string
  readonly title: string
  readonly prompt: string
  readonly hints: readonly string[]
  readonly worked: string
  /** Options or items in the order shown, as Markdown; empty for other kinds. */
  readonly shown: readonly string[]
  /** What to do with them: 'Choose all that apply.'; null where the form says it already. */
  readonly instruction: string | null
  readonly gradable: GradableExercise
}

/**
 * Computes every key and number of an exercise.
 * Errors: RangeError naming the exercise, for a wrong function, argument or `{name}`.
 *
 * @example resolveExercise(exercise, { models }).gradable // what gradeExercise takes
 */
export function resolveExercise(exercise: Exercise, lookups: Lookups): ResolvedExercise {
  try {
    return resolved(exercise, lookups)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RangeError(`Exercise "${exercise.id}": ${error.message}`)
  }
}

function resolved(exercise: Exercise, lookups: Lookups): ResolvedExercise {
  const texts = numberTexts(exercise, lookups)
  const fill = (text: string) => fillText(text, texts)
  const shown = shownItems(exercise)
  return {
    id: exercise.id,
    objective: exercise.objective,
    title: fill(exercise.title),
    prompt: fill(exercise.prompt),
    hints: exercise.hints.map(fill),
    worked: fill(exercise.worked),
    shown: shown.map(({ text }) => fill(text)),
    instruction: instruction(exercise),
    gradable: gradable(exercise, { lookups, fill }),
  }
}

function instruction(exercise: Exercise): string | null {
  if (exercise.kind === 'multiple') return 'Choose all that apply.'
  if (exercise.kind === 'ordering') return `Put them in order, ${exercise.direction}.`
  return null
}

interface Tools {
  readonly lookups: Lookups
  readonly fill: (text: string) => string
}

function gradable(exercise: Exercise, tools: Tools): GradableExercise {
  const { lookups, fill } = tools
  switch (exercise.kind) {
    case 'numeric':
      return {
        kind: 'numeric',
        answers: exercise.answers.map((answer) => gradableAnswer(answer, tools)),
      }
    case 'choice':
      return { kind: 'choice', options: gradableOptions(exercise.options, tools) }
    case 'multiple':
      return { kind: 'multiple', options: gradableOptions(exercise.options, tools) }
    case 'ordering':
      return { kind: 'ordering', ranks: shownItems(exercise).map(({ rank }) => rank(lookups)) }
    case 'widget':
      return {
        kind: 'widget',
        widget: exercise.widget,
        checks: exercise.check.map(({ fn, args, says }) => ({
          test: fn,
          fact: args.fact,
          value: isKeyCall(args.value) ? evaluateKey(args.value, lookups) : args.value,
          relative: args.relative ?? 0,
          says: fill(says),
        })),
      }
  }
}

function gradableAnswer(answer: NumericAnswer, { lookups, fill }: Tools): GradableAnswer {
  const value = evaluateKey(answer.key, lookups)
  return {
    id: answer.id,
    label: answer.label,
    value,
    within: largestDistance(answer, value),
    quantity: answer.quantity,
    bareUnit: answer.bareUnit,
    mistakes: (answer.mistakes ?? []).map((mistake) => ({
      value: evaluateKey(mistake.value, lookups),
      says: fill(mistake.says),
    })),
  }
}

function largestDistance({ tolerance }: NumericAnswer, value: number): number {
  if (tolerance === 'exact') return 0
  if ('relative' in tolerance) return Math.abs(value) * tolerance.relative
  return tolerance.absolute * bytesPer[tolerance.unit ?? 'B']
}

function gradableOptions(options: readonly Option[], tools: Tools): readonly GradableOption[] {
  return options.map(({ correct, reason }) => ({
    correct: typeof correct === 'boolean' ? correct : evaluateKey(correct, tools.lookups) !== 0,
    reason: tools.fill(reason),
  }))
}

/** The texts that a learner picks or moves, in the order shown, with their place in the answer. */
function shownItems(exercise: Exercise) {
  if (exercise.kind === 'choice' || exercise.kind === 'multiple') {
    return exercise.options.map(({ text }, place) => ({ text, rank: () => place }))
  }
  if (exercise.kind !== 'ordering') return []
  const items = exercise.items.map(({ text, value }, place) => ({
    text,
    rank: (lookups: Lookups) => (value === undefined ? place : evaluateKey(value, lookups)),
  }))
  return shuffled(items.length, exercise.id).flatMap((index) => items[index] ?? [])
}

function numberTexts(exercise: Exercise, lookups: Lookups): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {}
  const write = (name: string, call: KeyCall, format: Parameters<typeof formatValue>[1]) => {
    texts[name] = formatValue(evaluateKey(call, lookups), format)
  }
  if (exercise.kind === 'numeric') {
    for (const answer of exercise.answers) write(answer.id, answer.key, answer)
  }
  for (const [name, number] of Object.entries(exercise.numbers ?? {})) write(name, number, number)
  return texts
}
