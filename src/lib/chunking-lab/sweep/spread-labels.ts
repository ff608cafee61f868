/**
 * Moves labels apart so that none covers another: each as near to its wanted place as the room
 * allows, in the order of the wanted places, within top and bottom as far as they fit.
 *
 * @example spreadLabels([{ key: 'a', wanted: 50 }, { key: 'b', wanted: 50 }],
 *   { room: 10, top: 0, bottom: 100 }).map(({ at }) => at) //=> [45, 55]
 */
export function spreadLabels<Key>(
  labels: readonly { readonly key: Key; readonly wanted: number }[],
  { room, top, bottom }: { readonly room: number; readonly top: number; readonly bottom: number },
): readonly { readonly key: Key; readonly at: number }[] {
  const sorted = labels.toSorted((one, other) => one.wanted - other.wanted)
  // Labels that touch become one block around the mean of their wanted places.
  const blocks: { keys: Key[]; sum: number; start: number }[] = []
  const startOf = (sum: number, count: number) => {
    const start = sum / count - ((count - 1) * room) / 2
    return Math.max(top, Math.min(start, bottom - (count - 1) * room))
  }
  for (const { key, wanted } of sorted) {
    let block = { keys: [key], sum: wanted, start: startOf(wanted, 1) }
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.start + last.keys.length * room <= block.start) break
      blocks.pop()
      const keys = [...last.keys, ...block.keys]
      const sum = last.sum + block.sum
      block = { keys, sum, start: startOf(sum, keys.length) }
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ keys, start }) =>
    keys.map((key, index) => ({ key, at: start + index * room })),
  )
}
