import { alignedSlice } from './aligned-text.ts'
import { mapCodePoints } from './map-code-points.ts'
import type { TokenList } from './token-list.ts'
import type { WordPieceFile } from './tokenizer-file.ts'

/** Words and single marks of punctuation. */
const words = /[^\s\p{P}!-/:-@[-`{-~]+|[\p{P}!-/:-@[-`{-~]/gu

const isDropped = (char: string): boolean =>
  char === '\0' ||
  char === '\ufffd' ||
  (/^[\p{Cc}\p{Cf}\p{Co}\p{Cs}]$/u.test(char) && !/^[\t\n\r]$/.test(char))

const isHan = (char: string): boolean =>
  /^[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}]$/u.test(
    char,
  )

/**
 * What BERT's normaliser makes of a character: nothing of control characters, a space of white space,
 * spaces around Han, no accents, lower case.
 */
export const bertCharacter = (char: string): string => {
  if (isDropped(char)) return ''
  if (/^\s$/u.test(char)) return ' '
  const bare = char.normalize('NFD').replace(/\p{Mn}/gu, '')
  const lower = Array.from(bare, (each) => each.toLowerCase()).join('')
  return isHan(char) ? ` ${lower} ` : lower
}

type Pieces = readonly (readonly [length: number, id: number])[]

/** Words longer than this are not remembered. */
const longestKept = 40
const mostKept = 100_000

/** Cuts a section of a text as BERT does: the longest piece of the vocabulary, again and again. */
export const wordPiece = (file: WordPieceFile) => {
  const vocabulary = new Map(Object.entries(file.vocab))
  const unknown = vocabulary.get(file.unk_token) ?? 0
  const longest = [...vocabulary.keys()].reduce((most, { length }) => Math.max(most, length), 0)
  const characters = new Map<number, string>()
  const kept = new Map<string, Pieces>()

  const cut = (word: string): Pieces => {
    if (word.length > file.max_input_chars_per_word) {
      const length = Array.from(word).length
      if (length > file.max_input_chars_per_word) return [[word.length, unknown]]
    }
    const pieces: (readonly [number, number])[] = []
    for (let at = 0; at < word.length;) {
      const before = at === 0 ? '' : file.continuing_subword_prefix
      let end = Math.min(word.length, at + longest)
      let id: number | undefined
      while (end > at && (id = vocabulary.get(`${before}${word.slice(at, end)}`)) === undefined)
        end--
      if (id === undefined) return [[word.length, unknown]]
      pieces.push([end - at, id])
      at = end
    }
    return pieces
  }
  const piecesOf = (word: string): Pieces => {
    const known = kept.get(word)
    if (known !== undefined) return known
    const pieces = cut(word)
    if (kept.size > mostKept) kept.clear()
    if (word.length <= longestKept) kept.set(word, pieces)
    return pieces
  }

  return (text: string, from: number, to: number, tokens: TokenList): void => {
    const normalized = mapCodePoints(alignedSlice(text, from, to), bertCharacter, characters)
    for (const { 0: word, index } of normalized.text.matchAll(words)) {
      let at = index
      for (const [length, id] of piecesOf(word)) {
        tokens.add(normalized.starts[at] ?? 0, normalized.ends[at + length - 1] ?? 0, id)
        at += length
      }
    }
  }
}
