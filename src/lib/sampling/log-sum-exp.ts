import { checkLogits } from './check-logits.ts'

/**
 * The logarithm of the softmax's denominator, without overflow. Where only the largest logits are
 * stored, it stands for all the others.
 *
 * Formula: ln(sum of e^logit) = largest + ln(sum of e^(logit - largest)).
 * Units: logits.
 *
 * @throws RangeError when the logits are empty, NaN, plus infinity or all masked
 * @example logSumExp([1000, 1000]) // 1000.6931471805599
 */
export function logSumExp(logits: ArrayLike<number>): number {
  checkLogits(logits)
  let largest = -Infinity
  for (let id = 0; id < logits.length; id++) largest = Math.max(largest, logits[id] ?? 0)
  let total = 0
  for (let id = 0; id < logits.length; id++) total += Math.exp((logits[id] ?? 0) - largest)
  return largest + Math.log(total)
}
