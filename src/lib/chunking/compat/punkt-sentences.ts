import { punktBreaks } from './punkt-breaks.ts'
import { punktNonWord, regexWhiteSpace } from './punkt-words.ts'
import { pythonStripEnd } from './python-white-space.ts'
import type { Span } from '../chunk.ts'

const candidate = new RegExp(
  `[.?!](?=(${punktNonWord}|[${regexWhiteSpace}]+([^${regexWhiteSpace}]+)))`,
  'gu',
)
const closing = new RegExp(
  String.raw`^["')\]\}‘’“”«»]+?(?:[${regexWhiteSpace}]+|(?=--)|(?![^\n]))`,
  'u',
)

/**
 * The sentences of a text by NLTK's Punkt without trained parameters, each up to where the next
 * begins.
 *
 * LlamaIndex makes its tokenizer without loading the parameters that it ships with, so that it
 * knows no abbreviation: "Dr. Smith" is cut after "Dr.". NLTK's own English Punkt would not.
 *
 * Source: kiss-strunk-2006, nltk-punkt, llamaindex-sentence-splitter.
 *
 * @example punktSentences('He came. (Late.) So it is.') // ['He came. ', '(Late.) ', 'So it is.']
 */
export function punktSentences(text: string): readonly string[] {
  const spans = realigned(text, sentences(text))
  return spans.map(({ start }, index) => text.slice(start, spans[index + 1]?.start))
}

interface Candidate {
  readonly at: number
  readonly after: string
  readonly next: string | undefined
  /** Where the word before it begins. */
  readonly wordStart: number
}

function sentences(text: string): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { at, after, next, wordStart } of candidates(text)) {
    if (!punktBreaks(text.slice(wordStart, at + 1) + after)) continue
    spans.push({ start, end: at + 1 })
    start = at + 1 + (next === undefined ? 0 : after.length - next.length)
  }
  return [...spans, { start, end: pythonStripEnd(text).length }]
}

/** Marks that may end a sentence; of several in one word, the last. */
function candidates(text: string): readonly Candidate[] {
  const list: Candidate[] = []
  let before: Candidate | undefined
  for (const match of text.matchAll(candidate)) {
    const from = before?.at ?? 0
    const space = lastAsciiSpace(text.slice(from, match.index))
    const wordStart = space > 0 ? from + space + 1 : (before?.wordStart ?? 0)
    if (before !== undefined && before.at <= wordStart) list.push(before)
    before = { at: match.index, after: match[1] ?? '', next: match[2], wordStart }
  }
  return before === undefined ? list : [...list, before]
}

function lastAsciiSpace(text: string): number {
  let at = text.length - 1
  while (at >= 0 && !/[\t-\r ]/.test(text.charAt(at))) at -= 1
  return at
}

/** Gives closing quotes and brackets to the sentence that they close. */
function realigned(text: string, spans: readonly Span[]): readonly Span[] {
  const list: Span[] = []
  let taken = 0
  spans.forEach(({ start: begin, end }, index) => {
    const start = begin + taken
    const next = spans[index + 1]
    const marks = next === undefined ? null : closing.exec(text.slice(next.start, next.end))
    taken = marks?.[0].length ?? 0
    if (next !== undefined && marks !== null) {
      list.push({ start, end: next.start + pythonStripEnd(marks[0]).length })
    } else if (start < end) list.push({ start, end })
  })
  return list
}
