/**
 * That successes and trials are counts.
 *
 * @throws RangeError when one is no whole number, or the successes are not between 0 and the trials
 * @example checkCounts(3, 10)
 */
export function checkCounts(successes: number, trials: number): void {
  if (!Number.isSafeInteger(successes) || !Number.isSafeInteger(trials)) {
    throw new RangeError(`${successes} of ${trials} are no counts; both must be whole numbers.`)
  }
  if (successes < 0 || successes > trials) {
    throw new RangeError(`There are ${successes} successes in ${trials} trials.`)
  }
}
