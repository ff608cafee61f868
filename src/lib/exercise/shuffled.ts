/**
 * An order of `count` items that depends on the seed alone, and is not the given order when there
 * are at least two items: how an ordering exercise is first shown.
 *
 * Source: Fisher-Yates over a linear congruential generator (Numerical Recipes' constants), seeded
 * by the characters of `seed`.
 *
 * @example shuffled(3, 'kv-order') // a permutation of [0, 1, 2], the same on every build
 */
export function shuffled(count: number, seed: string): readonly number[] {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const order = Array.from({ length: count }, (_, index) => index)
  for (let last = count - 1; last > 0; last -= 1) {
    const pick = next(last + 1)
    const [a, b] = [order[last] ?? last, order[pick] ?? pick]
    order[last] = b
    order[pick] = a
  }
  const isSame = order.every((item, place) => item === place)
  return isSame ? [...order.slice(1), ...order.slice(0, 1)] : order
}
