import type { GradableFact, GradableWidget, Grade, GradedPart } from './gradable.ts'

/**
 * Grades the state of a widget by the plain facts that it tells about itself. Facts that are not
 * told yet make the grade incomplete: the widget has not been touched.
 *
 * @example gradeFacts(exercise, { sequences: 8, maxTokens: 2060 }).verdict //=> 'right'
 */
export function gradeFacts(
  exercise: GradableWidget,
  facts: Readonly<Record<string, unknown>>,
): Grade {
  const parts = exercise.checks.map((check): GradedPart => {
    if (!Object.hasOwn(facts, check.fact)) {
      return { id: check.fact, verdict: 'incomplete', message: check.says }
    }
    const verdict = holds(check, facts[check.fact]) ? 'right' : 'wrong'
    return { id: check.fact, verdict, message: verdict === 'right' ? 'Done.' : check.says }
  })
  const done = parts.filter((part) => part.verdict === 'right').length
  if (done === parts.length)
    return { verdict: 'right', message: 'Right: the widget is set.', parts }
  if (parts.every((part) => part.verdict === 'incomplete')) {
    return { verdict: 'incomplete', message: 'Set the widget first, then check.', parts: [] }
  }
  const open = parts.find((part) => part.verdict !== 'right')
  return { verdict: 'wrong', message: `Not yet. ${open?.message ?? ''}`.trim(), parts }
}

function holds(check: GradableFact, fact: unknown): boolean {
  const { test, value } = check
  if (test === 'equals') return fact === value
  if (test === 'not-equals') return fact !== value
  if (typeof fact !== 'number' || typeof value !== 'number' || !Number.isFinite(fact)) return false
  if (test === 'at-least') return fact >= value
  if (test === 'at-most') return fact <= value
  return Math.abs(fact - value) <= Math.abs(value) * check.relative
}
