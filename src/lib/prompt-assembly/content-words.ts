import { wordTokens } from '../retrieval/word-tokens.ts'

const STOP = new Set(
  (
    'the and for are was were not but with from that this these those has have had its they them their ' +
    'you your our can may will would should must does did been being than then there here when what which ' +
    'who whom how why any all also only into onto over under out one two per yes according passage passages ' +
    '的 了 是 在 和 与 或 也 都 就 不 有 及 等 这 那 其 为 对 由 于 以 把 被 从 到 上 下 中 个 吗 呢'
  ).split(' '),
)
const HAN = /\p{Script=Han}/u
const DIGIT = /\p{Nd}/u

/**
 * The words of a text that carry its content, each once: words of three letters and more, anything
 * with a digit, and Chinese words, without the most common ones. Nothing is stemmed, so "fuse" and
 * "fuses" are two words.
 *
 * @example contentWords('The fuse is HV-0471.', 'en') // ['fuse', '0471', 'hv-0471']
 */
export function contentWords(text: string, language: string): readonly string[] {
  return [...new Set(wordTokens(text, language))].filter(
    (word) => (word.length > 2 || DIGIT.test(word) || HAN.test(word)) && !STOP.has(word),
  )
}

/** Whether a word is a number or a code: an answer without it cannot be right. */
export const isCode = (word: string): boolean => DIGIT.test(word)
