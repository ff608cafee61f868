import type { Candidates } from '../candidates.ts'
import { requireNumber } from '../check-parameters.ts'
import type { SamplerRules } from '../rules.ts'
import { ordered } from '../ordered.ts'
import { greedy } from './greedy.ts'

/**
 * Divides the logits by the temperature: below 1 the distribution sharpens, above 1 it flattens.
 *
 * Formula: logit / T. Units: T is a plain number. Source: `transformers-sampling`, `llama-cpp-sampling`.
 *
 * @throws RangeError when T is no number, is refused by the rules, or is too small for the logits
 * @example temperature(candidatesOf([0, 2]), 2, exactRules).logits // Float64Array [1, 0]
 */
export function temperature(
  candidates: Candidates,
  degree: number,
  rules: SamplerRules,
): Candidates {
  requireNumber('Temperature', degree)
  if (degree < 0 && rules.temperatureNegative === 'refuse') {
    throw new RangeError(`Temperature is ${degree}; it must not be negative.`)
  }
  if (degree === 0 && rules.temperatureZero === 'refuse') {
    throw new RangeError(
      'Temperature is 0; this engine wants more than 0 and has a switch of its own for always ' +
        'taking the most probable token.',
    )
  }
  if (degree <= 0 || degree < rules.greedyBelow) return greedy(candidates)
  return scaled(candidates, degree)
}

function scaled(candidates: Candidates, degree: number): Candidates {
  if (degree === 1) return candidates
  const { ids, logits, listed } = candidates
  const next = new Float64Array(logits.length)
  for (let index = 0; index < logits.length; index++) next[index] = (logits[index] ?? 0) / degree
  if (!Number.isFinite(next[0]) || !Number.isFinite(next[next.length - 1])) {
    throw new RangeError(
      `Temperature is ${degree}, so small that the logits overflow; take 0 for the most probable ` +
        'token alone.',
    )
  }
  return ordered(ids, next, listed)
}
