/** Marks of the pieces of a vocabulary by their letters: node and UTF-16 unit lead to a node. */
export interface PieceTrie {
  /** The node after this unit, or -1. */
  next(node: number, unit: number): number
  /** Id of the piece that ends at a node, or -1. */
  idAt(node: number): number
}

/** Builds the trie of a vocabulary in flat arrays: an open hash table of its edges. */
export const pieceTrie = (pieces: readonly string[]): PieceTrie => {
  const edges = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const bits = Math.max(4, Math.ceil(Math.log2(2 * edges)))
  const mask = 2 ** bits - 1
  const nodes = new Int32Array(mask + 1).fill(-1)
  const units = new Uint16Array(mask + 1)
  const children = new Int32Array(mask + 1)
  const ids = new Int32Array(edges + 1).fill(-1)
  let count = 1

  /** The slot of an edge, or the free one where it belongs. */
  const slotOf = (node: number, unit: number): number => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask
    while (nodes[slot] !== -1 && (nodes[slot] !== node || units[slot] !== unit))
      slot = (slot + 1) & mask
    return slot
  }
  for (const [id, piece] of pieces.entries()) {
    let node = 0
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at)
      const slot = slotOf(node, unit)
      if (nodes[slot] === -1) {
        nodes[slot] = node
        units[slot] = unit
        children[slot] = count++
      }
      node = children[slot] ?? 0
    }
    ids[node] = id
  }
  return {
    next: (node, unit) => {
      const slot = slotOf(node, unit)
      return nodes[slot] === -1 ? -1 : (children[slot] ?? -1)
    },
    idAt: (node) => ids[node] ?? -1,
  }
}
