import type { GoldQuestion } from '../corpus/corpus.ts'
import type { Span } from '../chunking/chunk.ts'

/**
 * Writes the reader's own questions as one text for a link: one a line, the places first.
 *
 * @example packMarks([{ id: 'own-1', text: 'When?', spans: [{ start: 3, end: 9 }] }]) //=> '3-9 When?'
 */
export const packMarks = (questions: readonly GoldQuestion[]): string =>
  questions
    .map(({ text, spans }) => {
      const places = spans.map(({ start, end }) => `${start}-${end}`).join(',')
      return `${places} ${text.replace(/\s+/g, ' ').trim()}`
    })
    .join('\n')

/**
 * Reads them back; lines that are no question, and places outside the text, are left out.
 *
 * @example unpackMarks('3-9 When?', 20)[0]?.text //=> 'When?'
 */
export function unpackMarks(packed: string, textLength: number): readonly GoldQuestion[] {
  return packed.split('\n').flatMap((line, index) => {
    const [, places = '', text = ''] = /^(\d+-\d+(?:,\d+-\d+)*) (.+)$/.exec(line) ?? []
    const spans = places.split(',').flatMap((place) => span(place, textLength))
    return text === '' || spans.length === 0 ? [] : [{ id: `own-${index + 1}`, text, spans }]
  })
}

function span(place: string, textLength: number): readonly Span[] {
  const [start = NaN, end = NaN] = place.split('-').map(Number)
  return start >= 0 && start < end && end <= textLength ? [{ start, end }] : []
}
