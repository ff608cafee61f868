/**
 * A list with one of its members at another place; beyond the ends it goes to the end.
 *
 * @example moveStep(['a', 'b', 'c'], 'c', 0) // ['c', 'a', 'b']
 */
export function moveStep<Step>(steps: readonly Step[], step: Step, to: number): readonly Step[] {
  const others = steps.filter((each) => each !== step)
  const place = Math.min(others.length, Math.max(0, to))
  return [...others.slice(0, place), step, ...others.slice(place)]
}
