import { bordersAt, joinedBorders } from '../borders.ts'
import { lineStarts } from '../line-starts.ts'
import { pack } from '../pack.ts'
import { sentenceBorders } from '../sentence-borders.ts'
import { wordBorders } from '../word-borders.ts'
import type { CutWith } from './cut-with.ts'

/** The recursive rule: by paragraph, else by line, else by sentence, else by word, else by grapheme. */
export const byParts: CutWith = (bench) => {
  const { text, cutGraphemes, startGraphemes } = bench
  const { lines, paragraphs } = lineStarts(text)
  const starts = [
    joinedBorders(bordersAt('line', lines), sentenceBorders(text, startGraphemes)),
    wordBorders(text, startGraphemes),
  ]
  const byLine = bordersAt('line', lines)
  const cuts = [
    bordersAt('paragraph', paragraphs),
    byLine,
    joinedBorders(byLine, sentenceBorders(text, cutGraphemes)),
    wordBorders(text, cutGraphemes),
  ]
  return pack({ ...bench, cuts, starts: () => starts }, 0, text.length)
}
