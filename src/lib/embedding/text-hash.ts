const prime = 0x01000193

/** FNV-1a over the UTF-16 units, low byte first, from a start of one's own. */
const fnv = (text: string, start: number): number => {
  let hash = start
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), prime)
    hash = Math.imul(hash ^ (unit >>> 8), prime)
  }
  return hash >>> 0
}

const hex = (value: number): string => value.toString(16).padStart(8, '0')

/**
 * A short name for a text, to see whether it is still the same: two 32-bit FNV-1a hashes, the second
 * of the text with the first one's digits after it. No protection against anybody who forges texts.
 * Source: FNV-1a, by Fowler, Noll and Vo.
 *
 * @example textHash('') // '811c9dc5' and 8 more digits
 */
export function textHash(text: string): string {
  const first = hex(fnv(text, 0x811c9dc5))
  return `${first}${hex(fnv(`${text}${first}`, 0x811c9dc5))}`
}
