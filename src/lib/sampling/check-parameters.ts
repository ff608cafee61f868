/**
 * Refuses a parameter that is no number.
 *
 * @throws RangeError with the parameter's name, what was found and what is allowed
 * @example requireNumber('Temperature', 0.7) // 0.7
 */
export function requireNumber(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}; it must be a number.`)
  return value
}

/**
 * Refuses a parameter outside 0 to 1.
 *
 * @throws RangeError with the parameter's name, what was found and what is allowed
 * @example requireShare('top_p', 0.9) // 0.9
 */
export function requireShare(name: string, value: number): number {
  if (requireNumber(name, value) < 0 || value > 1) {
    throw new RangeError(`${name} is ${value}; it must be between 0 and 1.`)
  }
  return value
}

/**
 * Refuses a parameter that is not more than 0.
 *
 * @throws RangeError with the parameter's name, what was found and what is allowed
 * @example requirePositive('The repetition penalty', 1.1) // 1.1
 */
export function requirePositive(name: string, value: number): number {
  if (requireNumber(name, value) <= 0) {
    throw new RangeError(`${name} is ${value}; it must be more than 0.`)
  }
  return value
}

/**
 * The number of tokens that a step keeps at least; never less than one.
 *
 * @throws RangeError when it is negative or not whole
 * @example requireMinKeep(undefined) // 1
 */
export function requireMinKeep(minKeep: number = 1): number {
  if (!Number.isInteger(minKeep) || minKeep < 0) {
    throw new RangeError(
      `The number of tokens to keep at least is ${minKeep}; it must be a whole number, 0 or more.`,
    )
  }
  return Math.max(1, minKeep)
}
