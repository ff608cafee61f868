import type { Candidates } from '../candidates.ts'
import { requireNumber } from '../check-parameters.ts'
import { entropyOf } from '../entropy-of.ts'
import type { SamplerRules } from '../rules.ts'
import { temperature } from './temperature.ts'

/**
 * llama.cpp's temperature that follows the entropy: cool where the model is sure, warm where it is
 * not. A range of 0 is the plain temperature.
 *
 * Formula: low + (high - low) x (entropy / ln n)^exponent, low = max(0, T - range), high = T + range,
 * n = entries in the list, masked ones included.
 * The power is taken in float32, as there, so that a token that is all but certain gives temperature 0.
 * Units: plain numbers, entropy in nats. Source: `llama-cpp-sampling`.
 *
 * @throws RangeError when a parameter is no number or the rules refuse the temperature
 * @example dynamicTemperature(candidatesOf([0, 0]), { temperature: 1, range: 0.5, exponent: 1 }, exactRules).logits
 * // equal logits: the full 1.5
 */
export function dynamicTemperature(
  candidates: Candidates,
  settings: { readonly temperature: number; readonly range: number; readonly exponent: number },
  rules: SamplerRules,
): Candidates {
  const degree = requireNumber('Temperature', settings.temperature)
  const range = requireNumber('The temperature range', settings.range)
  const exponent = requireNumber('The temperature exponent', settings.exponent)
  if (range <= 0) return temperature(candidates, degree, rules)
  if (candidates.listed <= 1) return candidates
  const low = Math.max(0, degree - range)
  const share = Math.min(1, Math.max(0, entropyOf(candidates) / Math.log(candidates.listed)))
  const raised = Math.fround(Math.fround(share) ** exponent)
  return temperature(candidates, low + (degree + range - low) * raised, rules)
}
