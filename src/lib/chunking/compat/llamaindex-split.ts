import { pythonFindAll } from './python-find-all.ts'

/** A piece of the text that fits in a chunk. */
export interface Split {
  readonly text: string
  readonly start: number
  readonly tokens: number
}

export interface SplitOptions {
  readonly size: number
  readonly count: (text: string) => number
  readonly sentences: (text: string) => readonly string[]
  readonly paragraphSeparator: string
  readonly separator: string
  /** '' leaves the step out. */
  readonly secondaryRegex: string
}

type Cut = (text: string) => readonly string[]

/**
 * Cuts a text into pieces of at most `size` tokens, by the first step that cuts it at all:
 * paragraphs, sentences, the regular expression, separators, characters; each piece that is still
 * too large is cut again.
 *
 * Source: llamaindex-sentence-splitter.
 *
 * @throws RangeError when a separator that it comes to is empty
 */
export function splitUntilSmall(text: string, options: SplitOptions): readonly Split[] {
  const { size, count } = options
  const steps = stepsOf(options)
  const splits: Split[] = []
  const cut = (part: string, start: number) => {
    const pieces = firstCut(part, steps)
    let from = 0
    for (const piece of pieces) {
      const found = part.indexOf(piece, from)
      const at = found < 0 ? from : found
      const tokens = count(piece)
      if (tokens > size && pieces.length > 1) cut(piece, start + at)
      else splits.push({ text: piece, start: start + at, tokens })
      from = at + piece.length
    }
  }
  const tokens = count(text)
  if (tokens <= size) return [{ text, start: 0, tokens }]
  cut(text, 0)
  return splits
}

function stepsOf(options: SplitOptions): readonly Cut[] {
  const { paragraphSeparator, separator, secondaryRegex, sentences } = options
  const regex: readonly Cut[] = secondaryRegex === '' ? [] : [pythonFindAll(secondaryRegex)]
  const characters: Cut = (text) => Array.from(text)
  return [keeping(paragraphSeparator), sentences, ...regex, keeping(separator), characters]
}

function firstCut(text: string, steps: readonly Cut[]): readonly string[] {
  let pieces: readonly string[] = []
  for (const step of steps) {
    pieces = step(text)
    if (pieces.length > 1) break
  }
  return pieces
}

/** Cuts at a separator, which begins the next piece. */
function keeping(separator: string): Cut {
  return (text) => {
    if (separator === '') throw new RangeError('A separator of this splitter must not be empty.')
    const pieces = text.split(separator)
    const kept = pieces.map((piece, index) => (index === 0 ? piece : separator + piece))
    return kept.filter((piece) => piece !== '')
  }
}
