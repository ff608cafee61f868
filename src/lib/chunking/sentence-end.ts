import { beforeNumbers, lastBeforeStarter, neverLast, sentenceStarters } from './abbreviations.ts'
import { isCjk, isSpace } from './characters.ts'

/** Ends a sentence at once, wherever it stands: Chinese, Indic, Arabic, Armenian and other stops. */
const STRONG = new Set('。！？；｡؟۔।॥።။។៕։‼‽⁇⁈⁉')
const STRONG_CODES: ReadonlySet<number> = new Set(Array.from(STRONG, (mark) => mark.charCodeAt(0)))
const CLOSERS: ReadonlySet<number> = new Set(
  Array.from('"\')]}”’»›」』】）》〉〕〗］｝', (mark) => mark.charCodeAt(0)),
)
const OPENERS: ReadonlySet<number> = new Set(
  Array.from('"\'([{“‘«‹「『【（《〈*_`', (mark) => mark.charCodeAt(0)),
)
/** More stops, closing marks or spaces than this in a row are decoration, and are not looked past. */
const LONGEST_RUN = 64
const DOT = 46
const ELLIPSIS = 0x2026

/** Whether a sentence may end at this character (UTF-16 unit). */
export function isTerminator(code: number): boolean {
  if (code < 128) return code === DOT || code === 33 || code === 63
  return code === ELLIPSIS || STRONG_CODES.has(code)
}

/** Whether a quotation mark or bracket closes with the sentence before it. */
export const isCloser = (code: number): boolean => CLOSERS.has(code)

/** A place where a sentence ends, or where a search for one goes on. */
export interface SentenceEnd {
  /** Behind the stops and the quotation marks and brackets that close with them. */
  readonly after: number
  readonly ends: boolean
}

/**
 * Judges the stops that begin at `at`: abbreviations ("Dr.", "e.g."), initials, numbers ("3.5",
 * "v1.2"), list numbers, addresses and an ellipsis within a sentence do not end it.
 *
 * @example
 * sentenceEnd('See Fig. 3.', 7).ends // false
 */
export function sentenceEnd(text: string, at: number): SentenceEnd {
  let after = at
  let strong = false
  let asks = false
  while (after - at < LONGEST_RUN && isTerminator(text.charCodeAt(after))) {
    const code = text.charCodeAt(after)
    strong ||= STRONG_CODES.has(code)
    asks ||= code === 33 || code === 63
    after++
  }
  const stops = after - at
  while (after - at < 2 * LONGEST_RUN && isCloser(text.charCodeAt(after))) after++
  if (strong || after >= text.length) return { after, ends: true }
  const next = text.charCodeAt(after)
  if (!isSpace(next)) return { after, ends: isCjk(next) && !isDigit(text.charCodeAt(at - 1)) }
  const word = nextWord(text, after)
  if (word.isLower) return { after, ends: false }
  if (asks || stops > 1 || text.charCodeAt(at) === ELLIPSIS) return { after, ends: true }
  return { after, ends: dotEnds(text, at, word) }
}

interface NextWord {
  readonly text: string
  readonly isLower: boolean
  readonly isNumber: boolean
}

/** The word behind a stop, past spaces and opening quotation marks. */
function nextWord(text: string, from: number): NextWord {
  let at = from
  while (at - from < LONGEST_RUN && isSpace(text.charCodeAt(at))) at++
  let bracket = false
  while (at - from < 2 * LONGEST_RUN && OPENERS.has(text.charCodeAt(at))) {
    bracket ||= text.charCodeAt(at) === 40 || text.charCodeAt(at) === 91
    at++
  }
  const first = text.charCodeAt(at)
  let end = at
  while (end - at < 12 && isLetter(text.charCodeAt(end))) end++
  const word = text.slice(at, end)
  return {
    text: word.toLowerCase(),
    isLower: isLowerCase(first),
    isNumber: isDigit(first) || bracket,
  }
}

/** Whether one full stop at `dot`, with a space behind it, ends a sentence. */
function dotEnds(text: string, dot: number, next: NextWord): boolean {
  let begin = dot
  while (dot - begin < 12 && isWordPart(text.charCodeAt(begin - 1))) begin--
  const word = text.slice(begin, dot).toLowerCase()
  if (word === '') return true
  if (isDigit(word.charCodeAt(0))) return !startsLine(text, begin) || !/^\d+$/.test(word)
  if (neverLast.has(word)) return false
  if (next.isNumber && beforeNumbers.has(word)) return false
  const initials = isInitials(word) && !'=/&?'.includes(text.charAt(begin - 1) || ' ')
  if (lastBeforeStarter.has(word) || initials) {
    return !startsLine(text, begin) && (next.text === '' || sentenceStarters.has(next.text))
  }
  return true
}

/** One letter, or letters with dots between them: "J", "u.s". */
const isInitials = (word: string) => /^\p{L}(\.\p{L})*$/u.test(word)

/** Whether only spaces and list marks stand between the line's start and `offset`. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1
  const least = offset - LONGEST_RUN
  while (at >= 0 && at > least && ' \t>-*+('.includes(text.charAt(at))) at--
  return at < 0 || text.charCodeAt(at) === 10
}

const isDigit = (code: number) => code >= 48 && code <= 57
const isLetter = (code: number) => isAsciiLetter(code) || (code >= 0xc0 && code < 0x2000)
const isAsciiLetter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const isWordPart = (code: number) => isLetter(code) || isDigit(code) || code === DOT

function isLowerCase(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122
  if (!isLetter(code)) return false
  const letter = String.fromCharCode(code)
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase()
}
