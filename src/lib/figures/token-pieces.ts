/**
 * The pieces of a text that its tokens stand for; `packed` has start, end and id of each in turn.
 * Tokens without a place of their own are left out.
 *
 * @example tokenPieces('a cat', Int32Array.of(0, 1, 7, 2, 5, 9)) //=> ['a', 'cat']
 */
export function tokenPieces(text: string, packed: Int32Array): readonly string[] {
  return Array.from({ length: Math.floor(packed.length / 3) }, (_, token) =>
    text.slice(packed[3 * token], packed[3 * token + 1]),
  ).filter((piece) => piece !== '')
}

/** @example tokenCount(Int32Array.of(0, 1, 7)) //=> 1 */
export const tokenCount = (packed: Int32Array): number => packed.length / 3
