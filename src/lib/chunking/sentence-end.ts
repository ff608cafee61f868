import { beforeNumbers, lastBeforeStarter, neverLast, sentenceStarters } from './abbreviations.ts'
import {
  isCjk,
  isCloser,
  isDigit,
  isLetter,
  isOpener,
  isSpace,
  isStop,
  isStrongStop,
} from './characters.ts'

/** More stops, closing marks or spaces than this in a row are decoration, and are not looked past. */
const LONGEST_RUN = 64
/** No abbreviation is longer. */
const LONGEST_WORD = 12
const [DOT, BANG, QUESTION, ELLIPSIS] = [0x2e, 0x21, 0x3f, 0x2026]

/**
 * Judges the stops that begin at `at`: the offset behind them and behind the quotation marks and
 * brackets that close with them; negative when no sentence ends there. Abbreviations ("Dr.", "e.g."),
 * initials, numbers ("3.5", "v1.2"), list numbers, addresses and an ellipsis within a sentence end
 * none.
 *
 * @example
 * sentenceEnd('See Fig. 3.', 7) // -8
 */
export function sentenceEnd(text: string, at: number): number {
  const most = at + LONGEST_RUN
  let after = at
  let strong = false
  let asks = false
  while (after < most && isStop(text.charCodeAt(after))) {
    const code = text.charCodeAt(after)
    strong ||= isStrongStop(code)
    asks ||= code === BANG || code === QUESTION
    after++
  }
  const single = after === at + 1 && text.charCodeAt(at) !== ELLIPSIS
  while (after < most && isCloser(text.charCodeAt(after))) after++
  if (strong || after >= text.length) return after
  const next = text.charCodeAt(after)
  if (!isSpace(next)) return isCjk(next) && !isDigit(text.charCodeAt(at - 1)) ? after : -after
  const word = wordBehind(text, after)
  if (isLowerCase(text.charCodeAt(word))) return -after
  return asks || !single || dotEnds(text, at, word) ? after : -after
}

/** Where the word behind a stop begins, past spaces and opening marks. */
function wordBehind(text: string, from: number): number {
  const most = from + LONGEST_RUN
  let at = from
  while (at < most && isSpace(text.charCodeAt(at))) at++
  while (at < most && isOpener(text.charCodeAt(at))) at++
  return at
}

/** Whether one full stop at `dot`, with a space behind it, ends a sentence; `next` is a word. */
function dotEnds(text: string, dot: number, next: number): boolean {
  let begin = dot
  while (dot - begin <= LONGEST_WORD && isWordPart(text.charCodeAt(begin - 1))) begin--
  const length = dot - begin
  if (length === 0 || length > LONGEST_WORD) return true
  if (text.charCodeAt(begin + 1) !== DOT && !mayAbbreviate(text.charCodeAt(begin), length)) {
    return true
  }
  if (isDigit(text.charCodeAt(begin))) {
    return !(startsLine(text, begin) && /^\d+$/u.test(text.slice(begin, dot)))
  }
  const word = text.slice(begin, dot).toLowerCase()
  if (neverLast.has(word)) return false
  if (beforeNumbers.has(word)) return !isNumbered(text, next)
  if (!lastBeforeStarter.has(word) && !isInitials(text, begin, word)) return true
  return !startsLine(text, begin) && startsSentence(text, next)
}

/**
 * Whether any abbreviation, initial or number has this first letter and length; most words before a
 * full stop have not, and are not looked up.
 */
function mayAbbreviate(first: number, length: number): boolean {
  if (first >= 128 || length === 1) return true
  if (isDigit(first)) return length < 4
  return (((firstLetters[length] ?? 0) >> ((first | 32) - 97)) & 1) === 1
}

/** First letters of the abbreviations, one bit for each, by length. */
const firstLetters = new Int32Array(LONGEST_WORD + 1)
for (const word of [...neverLast, ...beforeNumbers, ...lastBeforeStarter]) {
  firstLetters[word.length] = (firstLetters[word.length] ?? 0) | (1 << (word.charCodeAt(0) - 97))
}

/** A number, or a bracket before it: "5", "(2020)". */
const isNumbered = (text: string, next: number) =>
  isDigit(text.charCodeAt(next)) || '(['.includes(text.charAt(next - 1))

function startsSentence(text: string, next: number): boolean {
  let end = next
  while (end - next < LONGEST_WORD && isLetter(text.charCodeAt(end))) end++
  return end === next || sentenceStarters.has(text.slice(next, end).toLowerCase())
}

/** One letter, or letters with dots between them: "J", "u.s"; not the end of an address. */
const isInitials = (text: string, begin: number, word: string) =>
  /^\p{L}(\.\p{L})*$/u.test(word) && !'=/&?'.includes(text.charAt(begin - 1) || ' ')

/** Whether only spaces and list marks stand between the line's start and `offset`. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1
  const least = offset - LONGEST_RUN
  while (at >= 0 && at > least && ' \t>-*+('.includes(text.charAt(at))) at--
  return at < 0 || text.charCodeAt(at) === 10
}

const isWordPart = (code: number) =>
  (code >= 97 && code <= 122) || isLetter(code) || isDigit(code) || code === DOT

function isLowerCase(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  if (!isLetter(code)) return false
  const letter = String.fromCharCode(code)
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase()
}
