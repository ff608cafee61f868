import { coverGaps } from './cover-gaps.ts'
import { TokenList } from './token-list.ts'
import type { AddedToken, TokenizerFile } from './tokenizer-file.ts'
import { unigram } from './unigram.ts'
import { wordPiece } from './word-piece.ts'

/** An embedder's tokenizer, with the place of each token in the text. */
export interface EmbedderTokenizer {
  /** Ids before and after every text. */
  readonly opening: readonly number[]
  readonly closing: readonly number[]
  readonly paddingId: number
  /**
   * Start, end and id of each token, one after the other, without opening and closing. Tokens of one
   * character share its place; starts and ends never go back.
   */
  tokenize(text: string): Int32Array<ArrayBuffer>
}

const modelOf = ({ model, normalizer }: TokenizerFile) => {
  if (model.type === 'WordPiece' && normalizer.type === 'BertNormalizer') return wordPiece(model)
  if (model.type === 'Unigram' && normalizer.type === 'Sequence')
    return unigram(model, normalizer.normalizers)
  throw new Error('tokenizer.json is of a kind that no embedder here has')
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Finds the marks of the model that stand in a text as they are. */
const addedIn = (added: readonly AddedToken[]): RegExp => {
  const longestFirst = added.toSorted((a, b) => b.content.length - a.content.length)
  return new RegExp(longestFirst.map(({ content }) => escape(content)).join('|'), 'gu')
}

const isSpace = (unit: string): boolean => /^\p{White_Space}$/u.test(unit)

const beforeSpaces = (text: string, from: number, to: number): number => {
  let end = to
  while (end > from && isSpace(text.charAt(end - 1))) end--
  return end
}

const afterSpaces = (text: string, from: number): number => {
  let start = from
  while (start < text.length && isSpace(text.charAt(start))) start++
  return start
}

/** A tokenizer from the text of its tokenizer.json. */
export const openTokenizer = (tokenizerJson: string): EmbedderTokenizer => {
  const file = JSON.parse(tokenizerJson) as TokenizerFile
  const { added_tokens, post_processor } = file
  const cut = modelOf(file)
  const added = addedIn(added_tokens)
  const byContent = new Map(added_tokens.map((token) => [token.content, token]))
  const around = post_processor.single.map((part) =>
    'SpecialToken' in part
      ? [...(post_processor.special_tokens[part.SpecialToken.id]?.ids ?? [])]
      : null,
  )
  const middle = around.indexOf(null)
  const idsOf = (parts: readonly (readonly number[] | null)[]) =>
    parts.flatMap((part) => part ?? [])

  return {
    opening: idsOf(around.slice(0, middle)),
    closing: idsOf(around.slice(middle + 1)),
    paddingId: (byContent.get('[PAD]') ?? byContent.get('<pad>'))?.id ?? 0,
    tokenize: (text) => {
      const tokens = new TokenList()
      let from = 0
      for (const { 0: content, index } of text.matchAll(added)) {
        const token = byContent.get(content)
        const to = token?.lstrip === true ? beforeSpaces(text, from, index) : index
        if (to > from) cut(text, from, to, tokens)
        const end = index + content.length
        tokens.add(index, end, token?.id ?? 0)
        from = token?.rstrip === true ? afterSpaces(text, end) : end
      }
      if (from < text.length) cut(text, from, text.length, tokens)
      const packed = tokens.finish()
      coverGaps(text, packed)
      return packed
    },
  }
}
