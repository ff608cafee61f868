/** Ranges up to this length are left to an insertion sort, which moves nothing here. */
const THRESHOLD = 16

/**
 * The order in which the usual C++ sort leaves n items when its comparison always says no, as it does
 * between numbers that are none: up to 16 stay as they are, longer lists are turned about in halves.
 *
 * Units: places from 0. Source: `llama-cpp-sampling`.
 *
 * @example unsortedOrder(3) // Int32Array [0, 1, 2]
 */
export function unsortedOrder(length: number): Int32Array {
  const order = new Int32Array(length)
  for (let index = 0; index < length; index++) order[index] = index
  const swap = (one: number, other: number) => {
    const kept = order[one] ?? 0
    order[one] = order[other] ?? 0
    order[other] = kept
  }
  const pending: (readonly [number, number])[] = [[0, length]]
  for (let range = pending.pop(); range !== undefined; range = pending.pop()) {
    const [first, last] = range
    if (last - first <= THRESHOLD) continue
    swap(first, first + ((last - first) >> 1))
    let low = first + 1
    let high = last - 1
    while (low < high) swap(low++, high--)
    pending.push([first, low], [low, last])
  }
  return order
}
