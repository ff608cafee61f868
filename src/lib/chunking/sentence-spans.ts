import { isCloser, isSpace, isStop } from './characters.ts'
import type { Span } from './chunk.ts'
import { graphemes } from './graphemes.ts'
import { lineGoesOn } from './line-goes-on.ts'
import { lineStarts } from './line-starts.ts'
import { sentenceBorders } from './sentence-borders.ts'

/**
 * The sentences of a text, in order and without a gap: the spaces behind a sentence belong to it.
 * `Intl.Segmenter` knows the stops of every script; our own rules judge the common ones
 * (abbreviations, initials, numbers, addresses, Chinese marks with closing quotation marks) and the
 * line ends (a wrapped line goes on, a list item or a heading is a sentence of its own).
 *
 * @throws RangeError for a language that is no BCP 47 tag.
 * @example
 * sentenceSpans('Ask Dr. Wu. She knows.', 'en') // [{ start: 0, end: 12 }, { start: 12, end: 22 }]
 */
export function sentenceSpans(text: string, language = 'en'): readonly Span[] {
  const starts = [0, ...sentenceStarts(text, language)]
  return text === ''
    ? []
    : starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }))
}

/** Where each sentence but the first begins. */
function sentenceStarts(text: string, language: string): number[] {
  const clusters = graphemes(text)
  const { lines, paragraphs } = lineStarts(text)
  const apart = new Set(paragraphs)
  const borders = sentenceBorders(text, clusters)
  const found = [
    ...lines.filter((line) => apart.has(line) || !lineGoesOn(text, line)),
    ...segmenterStarts(text, language).filter(clusters.isBorder),
  ]
  for (let at = borders.next(0, Infinity); at < text.length; at = borders.next(at, Infinity)) {
    found.push(at)
  }
  found.sort((one, other) => one - other)
  let last = 0
  return found.filter((start) => {
    const holds = start > last && hasText(text, last, start)
    if (holds) last = start
    return holds
  })
}

/** Sentences that `Intl.Segmenter` finds behind a mark that our own rules do not judge. */
function segmenterStarts(text: string, language: string): number[] {
  const starts: number[] = []
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  for (const { index } of segmenter.segment(text)) {
    let at = index - 1
    while (at > 0 && isCloserOrSpace(text.charCodeAt(at))) at--
    const code = text.charCodeAt(at)
    if (index > 0 && !isStop(code) && !isLineEnd(text, index) && isTerminal(code)) {
      starts.push(index)
    }
  }
  return starts
}

const isCloserOrSpace = (code: number) => isCloser(code) || (isSpace(code) && code !== 10)
const isLineEnd = (text: string, offset: number) =>
  /[\n\r\v\f\x85\u2028]/.test(text.charAt(offset - 1))
const isTerminal = (code: number) => /\p{Sentence_Terminal}/u.test(String.fromCharCode(code))

function hasText(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpace(text.charCodeAt(at))) return true
  return false
}
