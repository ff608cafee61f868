/**
 * Refuses logits that no distribution can be made of. Minus infinity is allowed: it masks a token.
 *
 * Units: logits (natural logarithms up to a constant).
 *
 * @throws RangeError when there are none, one is NaN or plus infinity, or all are minus infinity
 * @example checkLogits([0, -Infinity]) // undefined: fine
 */
export function checkLogits(logits: ArrayLike<number>): void {
  if (logits.length === 0) throw new RangeError('There are no logits; at least one is needed.')
  let finite = 0
  for (let index = 0; index < logits.length; index++) {
    const logit = logits[index] ?? 0
    if (Number.isNaN(logit) || logit === Infinity) {
      throw new RangeError(
        `The logit of token ${index} is ${logit}; it must be a number, or minus infinity for a ` +
          'token that must not come.',
      )
    }
    if (logit !== -Infinity) finite++
  }
  if (finite === 0) {
    throw new RangeError('All logits are minus infinity, so no token is left to choose from.')
  }
}
