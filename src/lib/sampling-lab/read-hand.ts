import { showText } from '../state/show-text.ts'

/** Numbers for a case on paper, with the names of their tokens. */
export interface HandCase {
  readonly labels: readonly string[]
  readonly logits: readonly number[]
  /** A remark for the reader, or ''. */
  readonly notice: string
}

const MOST = 200

/**
 * Reads numbers that a learner typed: one a line or between commas or semicolons, each with a name
 * before it if wanted. Probabilities become logits by the natural logarithm; those that do not sum
 * to 1 are rescaled, and the notice says so.
 *
 * Formula: logit = ln(probability). Units: logits, or probabilities of 1.
 *
 * @example readHand('Paris 0.5, London 0.5', 'probabilities')
 * // { labels: ['Paris', 'London'], logits: [-0.693…, -0.693…], notice: '' }
 * @example readHand('1, NaN', 'logits') // { problem: '"NaN" is not a number that …' }
 */
export function readHand(
  text: string,
  as: 'logits' | 'probabilities',
): HandCase | { readonly problem: string } {
  const entries = text
    .split(/[\n;,]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  if (entries.length === 0) return { problem: 'There are no numbers yet; type at least one.' }
  if (entries.length > MOST) {
    return { problem: `There are ${entries.length} numbers; ${MOST} is the most.` }
  }
  const labels: string[] = []
  const values: number[] = []
  for (const [index, entry] of entries.entries()) {
    const [, name = '', number = ''] = /^(.*?)[\s:=]*([^\s:=]+)$/su.exec(entry) ?? []
    const problem = numberProblem(number, as)
    if (problem !== '') return { problem }
    labels.push(name.trim() === '' ? letter(index) : name.trim())
    values.push(Number(number))
  }
  return as === 'logits' ? { labels, logits: values, notice: '' } : fromShares(labels, values)
}

function numberProblem(text: string, as: 'logits' | 'probabilities'): string {
  if (/^[-+]?(nan|inf(inity)?|∞)$/i.test(text)) {
    return `${showText(text)} is no number that a distribution can be made of; type a finite one.`
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) {
    return `${showText(text)} is not a number; write for instance "Paris 0.5, London 0.3".`
  }
  const value = Number(text)
  if (!Number.isFinite(value)) return `${showText(text)} is too large; type a finite number.`
  if (as === 'probabilities' && value < 0)
    return `A probability is ${text}; it must not be negative. Logits may be: say below that the numbers are logits.`
  return ''
}

function fromShares(
  labels: readonly string[],
  values: readonly number[],
): HandCase | { readonly problem: string } {
  const total = values.reduce((sum, value) => sum + value, 0)
  if (!(total > 0 && Number.isFinite(total))) {
    return { problem: 'All probabilities are 0, so no token is left to choose from.' }
  }
  const off = Math.abs(total - 1) > 1e-9
  return {
    labels,
    logits: values.map((value) => Math.log(off ? value / total : value)),
    notice: off
      ? `The numbers sum to ${Number(total.toPrecision(6))}; each was divided by that sum.`
      : '',
  }
}

const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `#${index + 1}`
