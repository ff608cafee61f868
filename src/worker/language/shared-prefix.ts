/**
 * How many tokens two texts share from the start.
 *
 * @example sharedPrefix([1, 2, 3], [1, 2, 4, 5]) // 2
 */
export const sharedPrefix = (a: readonly number[], b: readonly number[]): number => {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length
}
