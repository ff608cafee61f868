export type Step = 'next' | 'previous' | 'first' | 'last'

/**
 * The index after a step through a list; null in an empty list.
 *
 * @example steppedIndex(null, 3, 'next') //=> 0
 */
export function steppedIndex(index: number | null, count: number, step: Step): number | null {
  if (count === 0) return null
  if (step === 'first' || index === null) return step === 'last' ? count - 1 : 0
  if (step === 'last') return count - 1
  return Math.max(0, Math.min(count - 1, step === 'next' ? index + 1 : index - 1))
}
