/** After so long the page's own thread is given back. */
const LONGEST_MS = 8

/**
 * Whether work that began at a time has held the thread long enough.
 *
 * Units: milliseconds.
 *
 * @example isLate(0, 9) //=> true
 */
export const isLate = (since: number, now: number): boolean => now - since > LONGEST_MS
