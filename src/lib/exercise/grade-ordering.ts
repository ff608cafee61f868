import type { GradableOrdering, Grade } from './gradable.ts'

/**
 * Grades an order of all items; items of equal rank may stand either way round.
 *
 * @example gradeOrdering({ kind: 'ordering', ranks: [1, 0] }, [1, 0]).verdict //=> 'right'
 */
export function gradeOrdering(exercise: GradableOrdering, order: readonly number[]): Grade {
  const { ranks } = exercise
  const isWhole = ranks.every((_, index) => order.includes(index)) && order.length === ranks.length
  if (!isWhole) return { verdict: 'incomplete', message: 'Put every item in a place.', parts: [] }
  const given = order.map((index) => ranks[index] ?? 0)
  const best = [...given].sort((a, b) => a - b)
  const placed = given.filter((rank, place) => rank === best[place]).length
  if (placed === given.length) return { verdict: 'right', message: 'Right.', parts: [] }
  return {
    verdict: 'wrong',
    message: `Not yet: ${placed} of ${given.length} stand in their place.`,
    parts: [],
  }
}
