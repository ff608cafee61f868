import { effectiveVocabularyFormula } from './effective-vocabulary.formula.ts'
import { entropyNats } from './entropy.ts'

/**
 * Between how many tokens the model really hesitates: as many equally likely ones would have the same
 * entropy.
 *
 * Formula: e^entropy. Units: tokens. Source: `typical-2022`.
 *
 * @throws RangeError when the numbers are no probability distribution
 * @example effectiveVocabulary([0.25, 0.25, 0.25, 0.25]) // 4
 */
export function effectiveVocabulary(probabilities: ArrayLike<number>): number {
  return effectiveVocabularyFormula.evaluate({ entropy: entropyNats(probabilities) })
}
