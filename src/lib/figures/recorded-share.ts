import type { RunFile } from '../sampling-lab/run-file.ts'

/** How wide the bounds on a share may be apart before it is not printed. */
const WIDEST = 5e-4

/**
 * Probability of a token of a recorded run at a temperature up to 1. Only the largest logits are
 * recorded, and of the others the sum at temperature 1; at a lower temperature their share lies
 * between two bounds, which are far closer together than what is printed.
 *
 * Formula: e^(logit / T) / sum over all tokens. With a = 1 / T, n others of sum S and the largest of
 * them m, the others add between n (S / n)^a and m^(a - 1) S.
 * Units: probability. Temperature 0 takes the most probable token.
 *
 * @throws RangeError for a token that is not recorded, a temperature outside 0 to 1, or wide bounds
 * @example recordedShare(run, { token: ' Sydney', temperature: 0 }) //=> 1, when it is the first
 */
export function recordedShare(
  run: RunFile,
  { token, temperature }: { readonly token: string; readonly temperature: number },
): number {
  const place = run.texts.indexOf(token)
  const logit = run.top[place]?.[1]
  if (logit === undefined) {
    throw new RangeError(`"${token}" is not among the recorded tokens of "${run.prompt.id}".`)
  }
  if (!(temperature >= 0 && temperature <= 1)) {
    throw new RangeError(`Temperature is ${temperature}; a recorded run answers for 0 to 1.`)
  }
  if (temperature === 0) return place === 0 ? 1 : 0
  const { known, low, high } = sums(run, 1 / temperature)
  const own = Math.exp((logit - largestOf(run)) / temperature)
  const [least, most] = [own / (known + high), own / (known + low)]
  if (most - least > WIDEST) {
    throw new RangeError(`The run "${run.prompt.id}" fixes the share only within ${most - least}.`)
  }
  return (least + most) / 2
}

/**
 * Probability that another token comes.
 * Units: probability.
 *
 * @throws RangeError as `recordedShare` does
 * @example shareOfOthers(run, { token: ' Sydney', temperature: 0 }) //=> 0, when it is the first
 */
export const shareOfOthers = (
  run: RunFile,
  asked: { readonly token: string; readonly temperature: number },
): number => 1 - recordedShare(run, asked)

const largestOf = ({ top }: RunFile): number => top[0]?.[1] ?? 0

/** Sums of e^(logit x power), relative to the largest: the recorded ones, and bounds on the rest. */
function sums(run: RunFile, power: number): { known: number; low: number; high: number } {
  const { top, vocabularySize, logSumExpOfRest } = run
  const largest = largestOf(run)
  const known = top.reduce((sum, [, logit]) => sum + Math.exp((logit - largest) * power), 0)
  const others = vocabularySize - top.length
  const rest = Math.exp(logSumExpOfRest - largest)
  const largestOther = Math.exp((top.at(-1)?.[1] ?? largest) - largest)
  return {
    known,
    low: others * (rest / others) ** power,
    high: largestOther ** (power - 1) * rest,
  }
}
