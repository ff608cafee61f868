/** Where lines with text begin, and which of them stand behind an empty line. Never offset 0. */
export interface LineStarts {
  readonly lines: readonly number[]
  readonly paragraphs: readonly number[]
}

/**
 * Finds the lines of a text. Lines end with LF or CRLF; an empty line may hold spaces.
 *
 * @example
 * lineStarts('a\nb\n\nc') // { lines: [2, 5], paragraphs: [5] }
 */
export function lineStarts(text: string): LineStarts {
  const lines: number[] = []
  const paragraphs: number[] = []
  let feed = text.indexOf('\n')
  while (feed !== -1) {
    let start = feed + 1
    let empty = false
    let at = start
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10) {
        empty = true
        start = at + 1
      } else if (code !== 32 && code !== 9 && code !== 13) break
    }
    if (at < text.length) {
      lines.push(start)
      if (empty) paragraphs.push(start)
    }
    feed = text.indexOf('\n', start)
  }
  return { lines, paragraphs }
}
