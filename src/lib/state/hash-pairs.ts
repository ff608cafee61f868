/** One `key=value` of a hash, the value still as it stands in the address. */
export interface HashPair {
  readonly key: string
  readonly raw: string
}

/**
 * Reads the pairs of a hash. A hash without `=` names a heading of the page and has none.
 *
 * @example readPairs('#v=1&a.b=2') //=> [{ key: 'v', raw: '1' }, { key: 'a.b', raw: '2' }]
 */
export function readPairs(hash: string): readonly HashPair[] {
  const text = hash.replace(/^#/, '')
  if (!text.includes('=')) return []
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=')
      return at < 0
        ? { key: plainText(part), raw: '' }
        : { key: plainText(part.slice(0, at)), raw: part.slice(at + 1) }
    })
}

/**
 * Writes pairs as a hash, '' when there are none.
 *
 * @example writePairs([{ key: 'v', raw: '1' }]) //=> '#v=1'
 */
export function writePairs(pairs: readonly HashPair[]): string {
  if (pairs.length === 0) return ''
  return `#${pairs.map(({ key, raw }) => `${rawText(key)}=${raw}`).join('&')}`
}

/**
 * The text of a value in an address, `+` being a space; broken percent signs stay as they are.
 *
 * @example plainText('a%20b') //=> 'a b'
 */
export function plainText(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '))
  } catch {
    return raw
  }
}

/**
 * A text as it may stand in an address. Colons, commas and slashes stay readable; a leading `~` is
 * escaped, because it marks a packed value.
 *
 * @example rawText('a,b c') //=> 'a,b%20c'
 */
export function rawText(text: string): string {
  return encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'))
    .replace(/%(2C|3A|2F)/g, (code) => decodeURIComponent(code))
    .replace(/^~/, '%7E')
}
