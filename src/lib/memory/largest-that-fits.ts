/**
 * Largest whole number from 1 to `most` that `fits`, or 0 when not even 1 does, by halving.
 *
 * `fits` must be monotone: once it says no, it says no to everything larger.
 *
 * @example largestThatFits((n) => n * n <= 50, 100) // 7
 */
export function largestThatFits(fits: (n: number) => boolean, most: number): number {
  if (!fits(1)) return 0
  let least = 1
  let above = 2
  while (above <= most && fits(above)) {
    least = above
    above *= 2
  }
  above = Math.min(above, most + 1)
  while (above - least > 1) {
    const middle = Math.floor((least + above) / 2)
    if (fits(middle)) least = middle
    else above = middle
  }
  return least
}
