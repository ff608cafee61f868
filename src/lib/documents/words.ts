import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { documentLimits } from './limits.ts'
import type { DocumentKind } from './read-document.ts'

const kinds: Readonly<Record<DocumentKind, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'HTML',
  pdf: 'PDF',
  docx: 'Word document (DOCX)',
}

const many = (count: number, one: string) => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`

/** Every text of the control that reads a file. */
export const documentWords = {
  group: 'A text from a file',
  label: 'Or choose a file, or drop it here: .txt, .md, .html, .pdf or .docx',
  privacy: `It is read in this page and sent nowhere; at most ${formatBytes(documentLimits.fileBytes, { base: 'si' })}.`,
  reading: (name: string) => `Reading “${name}” …`,
  pages: (done: number, all: number) => `Page ${formatCount(done)} of ${formatCount(all)}`,
  progress: 'Reading the file',
  cancel: 'Stop reading',
  again: 'Try again',
  read: (name: string, kind: DocumentKind, characters: number) =>
    `“${name}” was read as ${kinds[kind]}: ${many(characters, 'character')}.`,
  firstOnly: (count: number) => `Only the first of ${formatCount(count)} files was read.`,
  readAs: (kind: DocumentKind, name: string) =>
    `By its content it is ${kinds[kind]}, although its name ends in “${name}”.`,
  encoding: (encoding: string) =>
    `It is not UTF-8, so it was read as ${encoding}; if letters look wrong, save it as UTF-8 and choose it again.`,
  navigation: (count: number) =>
    `${many(count, 'block')} of navigation ${count === 1 ? 'was' : 'were'} left out.`,
  pictures: (count: number) =>
    `${many(count, 'picture')} ${count === 1 ? 'was' : 'were'} left out; only a description stays, where there is one.`,
  furniture: (texts: readonly string[], pages: number) =>
    `Left out as a header or footer, because it comes back on up to ${many(pages, 'page')}: ${texts.map((text) => `“${text}”`).join(', ')}.`,
  hyphens: (count: number) =>
    `${many(count, 'word')} cut by a hyphen at the end of a line ${count === 1 ? 'was' : 'were'} joined.`,
  columns: (count: number) =>
    `${many(count, 'page')} ${count === 1 ? 'was' : 'were'} read column by column.`,
  noText: (pages: string) => `No text on ${pages}; a picture there is not read.`,
  failedPages: (pages: string) => `Damaged and not read: ${pages}.`,
  headings: 'A PDF does not say what is a heading: it was guessed from the size of the letters.',
} as const

/**
 * Names pages, neighbours drawn together.
 *
 * @example pageList([1, 3, 4, 5]) //=> 'pages 1, 3–5'
 */
export function pageList(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last !== undefined && page === last.to + 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  const named = runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  return `${pages.length === 1 ? 'page' : 'pages'} ${named.join(', ')}`
}
