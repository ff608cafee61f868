/**
 * Context lengths that the home page's slider stops at: powers of two from 512 to 131,072.
 *
 * @example tokenStops[4] //=> 8192
 */
export const tokenStops: readonly number[] = Array.from(
  { length: 9 },
  (_, index) => 512 * 2 ** index,
)
