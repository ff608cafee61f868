/** A word that is cut off may be so long; a longer one, or Chinese, is cut within. */
const LONGEST_WORD = 15

/**
 * The first words of a chunk on one line, for a list.
 *
 * @example chunkStart('# Tea\n\nThe shop opens at nine.', 12) // '# Tea The …'
 */
export function chunkStart(text: string, most = 70): string {
  const line = text
    .slice(0, 4 * most)
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  if (letters.length <= most && text.length <= 4 * most) return line
  const start = letters.slice(0, most).join('')
  const within = letters[most] !== undefined && letters[most] !== ' '
  const space = start.lastIndexOf(' ')
  const whole = within && space >= start.length - LONGEST_WORD && space > 0
  return `${(whole ? start.slice(0, space) : start).trimEnd()} …`
}
