import type { Parsing } from '../rag-state.ts'
import { pageText } from './page-text.ts'
import { plainText } from './plain-text.ts'

/** A document's text as it reaches the chunker. */
export interface ParsedDocument {
  readonly text: string
  /** What was done to it, one sentence each. */
  readonly notes: readonly string[]
}

const notes: Readonly<Record<Parsing, readonly string[]>> = {
  markdown: ['The Markdown is taken as it is: headings, lists and tables keep their marks.'],
  plain: [
    'All marks are taken off: headings are lines like any other, so that no chunk knows its section.',
    'Tables fall into their cells, one a line.',
  ],
  'page-text': [
    'The text is read off printed pages: lines break at 80 columns, long words with a hyphen, and blank lines are gone.',
    'After every 40 lines stand a page number and the title, also in the middle of a sentence.',
    'Tables are read column by column, so that a value no longer stands beside its name.',
  ],
}

/**
 * The first stage: a Markdown document as it is, as plain text, or as the text layer of its pages may
 * be read.
 *
 * @example parseDocument({ text: '# Tea', title: 'Tea', language: 'en' }, 'plain').text // 'Tea'
 */
export function parseDocument(
  document: { readonly text: string; readonly title: string; readonly language: string },
  parsing: Parsing,
): ParsedDocument {
  const { text, title, language } = document
  if (parsing === 'markdown') return { text, notes: notes.markdown }
  if (parsing === 'plain') return { text: plainText(text), notes: notes.plain }
  return { text: pageText(text, title, language), notes: notes['page-text'] }
}
