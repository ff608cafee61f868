const isSpace = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  (unit > 0x7f && /\s/.test(String.fromCharCode(unit)))

/**
 * Gives characters that belong to no token (what a normaliser drops) to the token before them, or at
 * the start to the first one; white space stays between tokens.
 */
export const coverGaps = (text: string, tokens: Int32Array): void => {
  const count = tokens.length / 3
  if (count === 0) return
  for (let index = 0; index < count; index++) {
    const end = tokens[3 * index + 1] ?? 0
    const next = index + 1 < count ? (tokens[3 * index + 3] ?? 0) : text.length
    let last = next
    while (last > end && isSpace(text.charCodeAt(last - 1))) last--
    if (last > end) tokens[3 * index + 1] = last
  }
  let first = 0
  const start = tokens[0] ?? 0
  while (first < start && isSpace(text.charCodeAt(first))) first++
  tokens[0] = first
}
