import type { GradedPart, Verdict } from './gradable.ts'

/** The verdict of all parts together, in a sentence. */
export function summary(parts: readonly GradedPart[]): { verdict: Verdict; message: string } {
  const [first] = parts
  if (parts.length === 1 && first !== undefined) {
    return { verdict: first.verdict, message: first.message }
  }
  const right = parts.filter((part) => part.verdict === 'right').length
  if (right === parts.length) return { verdict: 'right', message: 'All right.' }
  const isIncomplete = parts.some((part) => part.verdict === 'incomplete')
  return {
    verdict: isIncomplete ? 'incomplete' : 'wrong',
    message: `${right} of ${parts.length} right so far.`,
  }
}
