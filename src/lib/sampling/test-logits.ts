/** The logits of given probabilities. */
export const logitsOf = (probabilities: readonly number[]): readonly number[] =>
  probabilities.map(Math.log)
