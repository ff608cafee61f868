import { isCjk, spaceBetween } from './is-cjk.ts'
import type { Line } from './pdf-page.ts'

/** Lines joined to one text. */
export interface JoinedLines {
  readonly text: string
  /** Words that a hyphen had cut in two. */
  readonly hyphens: number
}

/**
 * Joins the lines of one paragraph: a word cut at the end of a line is made whole, and Chinese goes
 * on without a space. Whether a hyphen belongs to the word is looked up among the document's own
 * words; where they do not say, it goes.
 *
 * @example joinLines(['inter-', 'national law'], new Set()).text //=> 'international law'
 */
export function joinLines(lines: readonly string[], vocabulary: ReadonlySet<string>): JoinedLines {
  // Pieces, not one growing text: looking at its end would copy it for each line.
  const pieces: string[] = []
  let hyphens = 0
  for (const line of lines) {
    const last = pieces.pop() ?? ''
    const cut = cutWord(last, line)
    if (cut === null) pieces.push(last, spaceBetween(last, line), line)
    else {
      const keeps =
        !cut.soft &&
        vocabulary.has(`${cut.before}-${cut.after}`.toLowerCase()) &&
        !vocabulary.has(`${cut.before}${cut.after}`.toLowerCase())
      pieces.push(keeps ? last : last.slice(0, -1), line)
      if (!keeps) hyphens++
    }
  }
  return { text: pieces.join('').replaceAll('\u00ad', ''), hyphens }
}

interface CutWord {
  readonly before: string
  readonly after: string
  readonly soft: boolean
}

function cutWord(text: string, line: string): CutWord | null {
  const before = /(\p{L}+)([-\u2010\u00ad])$/u.exec(text)
  const after = /^\p{Ll}[\p{L}]*/u.exec(line)
  if (before?.[1] === undefined || after === null) return null
  return { before: before[1], after: after[0], soft: before[2] === '\u00ad' }
}

/**
 * The words of lines that no end of a line has cut, in lower case, those with hyphens whole.
 *
 * @example [...wordsOf([{ ...line, text: 'A well-known fact' }])] //=> ['well-known']
 */
export function wordsOf(lines: readonly Pick<Line, 'text'>[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of lines) {
    if (isCjk(text.slice(0, 1))) continue
    for (const [word] of text
      .toLowerCase()
      .matchAll(/(?<=[\s(])\p{L}+(?:-\p{L}+)*(?=[\s,.;:!?)])/gu))
      words.add(word)
  }
  return words
}
