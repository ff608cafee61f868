import type { Cut } from './cut.ts'

/** The cut of an empty text. */
export const emptyCut: Cut = {
  chunks: [],
  summary: {
    count: 0,
    textCharacters: 0,
    textTokens: 0,
    embeddedCharacters: 0,
    embeddedTokens: 0,
    repeatedCharacters: 0,
    repeatedTokens: 0,
    bareBoundaries: 0,
    lostCharacters: 0,
    shortest: 0,
    longest: 0,
    mean: 0,
    overLimit: 0,
    unreadTokens: 0,
    oversize: 0,
    changed: 0,
    bins: [],
    binUnit: 'characters',
  },
}
