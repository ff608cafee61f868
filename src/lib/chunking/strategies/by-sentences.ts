import { bordersAt, joinedBorders } from '../borders.ts'
import type { Span } from '../chunk.ts'
import { lineStarts } from '../line-starts.ts'
import { pack } from '../pack.ts'
import type { Packing } from '../pack.ts'
import { sentenceSpans } from '../sentence-spans.ts'
import { wordBorders } from '../word-borders.ts'
import type { Bench, CutWith } from './cut-with.ts'

/**
 * Whole sentences, and whole sentences as the overlap. A sentence longer than the size is cut by
 * line, word or grapheme, and only there may a chunk repeat words.
 */
export const bySentences: CutWith = (bench, { language }) =>
  pack(sentencePacking(bench, sentenceSpans(bench.text, language)), 0, bench.text.length)

/** Packs the given sentences of a text. */
export function sentencePacking(bench: Bench, sentences: readonly Span[]): Packing {
  const { text, cutGraphemes, startGraphemes } = bench
  const { lines } = lineStarts(text)
  const begins = sentences.slice(1).map(({ start }) => start)
  const whole = [bordersAt('sentence', begins)]
  const words = [...whole, wordBorders(text, startGraphemes)]
  return {
    ...bench,
    cuts: [
      bordersAt('sentence', begins),
      joinedBorders(bordersAt('sentence', begins), bordersAt('line', lines)),
      wordBorders(text, cutGraphemes),
    ],
    starts: (level) => (level === 'sentence' ? whole : words),
  }
}
