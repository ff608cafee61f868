import { alignedSlice, type AlignedText } from './aligned-text.ts'
import { bestPath, type Pieces } from './best-path.ts'
import { normalizeAligned } from './normalize-aligned.ts'
import { pieceTrie } from './piece-trie.ts'
import { replaceAligned } from './replace-aligned.ts'
import type { TokenList } from './token-list.ts'
import type { NormalizerStep, UnigramFile } from './tokenizer-file.ts'

/** Stands before every word, in place of the space. */
const mark = '\u2581'

/** How much an unknown character is worth less than the least likely piece. */
const unknownPenalty = 10

const longestKept = 40
const mostKept = 100_000

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const applyStep = (step: NormalizerStep): ((text: AlignedText) => AlignedText) => {
  if (step.type === 'NFKC') return normalizeAligned
  const { pattern, content } = step
  const source = 'Regex' in pattern ? pattern.Regex : escape(pattern.String)
  const expression = new RegExp(source, 'gu')
  return (text) => replaceAligned(text, expression, content)
}

/** Cuts a section of a text as SentencePiece's Unigram does, word by word. */
export const unigram = (file: UnigramFile, normalizers: readonly NormalizerStep[]) => {
  const scores = Float64Array.from(file.vocab, ([, score]) => score)
  const model = {
    trie: pieceTrie(file.vocab.map(([piece]) => piece)),
    scores,
    unknown: file.unk_id,
    unknownScore: scores.reduce((least, score) => Math.min(least, score), 0) - unknownPenalty,
  }
  const steps = normalizers.map(applyStep)
  const kept = new Map<string, Pieces>()
  const piecesOf = (word: string): Pieces => {
    const known = kept.get(word)
    if (known !== undefined) return known
    const pieces = bestPath(`${mark}${word}`, model)
    if (kept.size > mostKept) kept.clear()
    if (word.length <= longestKept) kept.set(word, pieces)
    return pieces
  }

  return (text: string, from: number, to: number, tokens: TokenList): void => {
    const normalized = steps.reduce((each, step) => step(each), alignedSlice(text, from, to))
    const { text: letters, starts, ends } = normalized
    let start = 0
    while (start < letters.length) {
      // A word begins with its space; the first one may have none.
      const first = letters[start] === ' ' ? start + 1 : start
      const space = letters.indexOf(' ', first)
      const end = space === -1 ? letters.length : space
      let at = first - 1
      for (const [length, id] of piecesOf(letters.slice(first, end))) {
        const alone = at < first && length === 1
        const begin = Math.max(at, alone ? start : first)
        const beginning = starts[begin] ?? from
        const ending = at < first && alone && first === start ? beginning : ends[at + length - 1]
        tokens.add(beginning, ending ?? beginning, id)
        at += length
      }
      start = end
    }
  }
}
