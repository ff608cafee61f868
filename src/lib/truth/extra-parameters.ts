/**
 * Parameters that a row names beside the model's own, as a number or in words. A stated result is
 * taken, else the sum of products is worked out, else the first number counts.
 *
 * @example extraParameters('classifier 2 x 768 + 2 = 1538') //=> 1538
 */
export function extraParameters(said: unknown): number {
  if (typeof said === 'number') return Number.isFinite(said) ? said : 0
  if (typeof said !== 'string') return 0
  const text = said.replace(/(?<=\d)[,_](?=\d{3})/g, '')
  const result = /\d\s*\)?\s*=\s*(\d+)/.exec(text)?.[1]
  if (result !== undefined) return Number(result)
  const sum = /\d+(?:\s*[x×*+]\s*\d+)+/i.exec(text)?.[0]
  if (sum !== undefined) return sum.split('+').reduce((total, part) => total + product(part), 0)
  return Number(/=\s*(\d+)/.exec(text)?.[1] ?? /\d+/.exec(text)?.[0] ?? 0)
}

function product(text: string): number {
  return text.split(/[x×*]/i).reduce((whole, factor) => whole * Number(factor), 1)
}
