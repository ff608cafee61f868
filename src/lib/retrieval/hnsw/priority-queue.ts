/** A queue that always gives the first by an order; a binary heap in an array. */
export interface PriorityQueue<Item> {
  readonly size: () => number
  readonly first: () => Item | undefined
  readonly push: (item: Item) => void
  readonly pop: () => Item | undefined
  readonly items: () => readonly Item[]
}

/**
 * An empty queue. `before(a, b)` is below 0 when a comes first.
 *
 * @example
 * const queue = priorityQueue<number>((one, other) => one - other)
 * queue.push(2)
 * queue.push(1)
 * queue.pop() // 1
 */
export function priorityQueue<Item>(
  before: (one: Item, other: Item) => number,
): PriorityQueue<Item> {
  const heap: Item[] = []
  return {
    size: () => heap.length,
    first: () => heap[0],
    items: () => heap,
    push: (item) => {
      heap.push(item)
      rise(heap, before)
    },
    pop: () => {
      const first = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last
        sink(heap, before)
      }
      return first
    },
  }
}

function rise<Item>(heap: Item[], before: (one: Item, other: Item) => number): void {
  let at = heap.length - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!swapWhen(heap, above, at, before)) return
    at = above
  }
}

function sink<Item>(heap: Item[], before: (one: Item, other: Item) => number): void {
  let at = 0
  while (2 * at + 1 < heap.length) {
    const left = 2 * at + 1
    const [one, other] = heap.slice(left, left + 2)
    const right = one !== undefined && other !== undefined && before(other, one) < 0
    const below = right ? left + 1 : left
    if (!swapWhen(heap, at, below, before)) return
    at = below
  }
}

/** Puts the lower one above when it comes first; says whether it did. */
function swapWhen<Item>(
  heap: Item[],
  above: number,
  below: number,
  before: (one: Item, other: Item) => number,
): boolean {
  const upper = heap[above]
  const lower = heap[below]
  if (upper === undefined || lower === undefined || before(lower, upper) >= 0) return false
  heap[above] = lower
  heap[below] = upper
  return true
}
