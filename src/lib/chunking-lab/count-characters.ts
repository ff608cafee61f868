/**
 * Unicode code points of a part of a text, in one pass and without a copy.
 *
 * @example countCharacters('a😀b', 0, 4) //=> 3
 */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = end - start
  for (let at = start; at < end - 1; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next >= 0xdc00 && next <= 0xdfff) count--
  }
  return count
}
