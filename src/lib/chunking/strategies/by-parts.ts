import { joinedBorders } from '../borders.ts'
import { lineBorders } from '../line-borders.ts'
import { pack } from '../pack.ts'
import { sentenceBorders } from '../sentence-borders.ts'
import { wordBorders } from '../word-borders.ts'
import type { CutWith } from './cut-with.ts'

/** The recursive rule: by paragraph, else by line, else by sentence, else by word, else by grapheme. */
export const byParts: CutWith = (bench) => {
  const { text, cutGraphemes, startGraphemes } = bench
  const starts = [
    joinedBorders(lineBorders(text, 'line'), sentenceBorders(text, startGraphemes)),
    wordBorders(text, startGraphemes),
  ]
  const byLine = lineBorders(text, 'line')
  const cuts = [
    lineBorders(text, 'paragraph'),
    byLine,
    joinedBorders(byLine, sentenceBorders(text, cutGraphemes)),
    wordBorders(text, cutGraphemes),
  ]
  return pack({ ...bench, cuts, starts: () => starts }, 0, text.length)
}
