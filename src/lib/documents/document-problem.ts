import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { documentLimits } from './limits.ts'

/** What can be wrong with a file. */
export type Problem =
  | { readonly code: 'empty' | 'blank' | 'unreadable' | 'binary' | 'cancelled' }
  | { readonly code: 'too-large'; readonly bytes: number }
  | { readonly code: 'too-long'; readonly characters: number }
  | { readonly code: 'too-many-pages' | 'scanned'; readonly pages: number }
  | { readonly code: 'other-type'; readonly found: string }
  | { readonly code: 'locked' | 'broken'; readonly format: 'PDF' | 'DOCX' }
  | { readonly code: 'not-docx'; readonly found: string }
  | { readonly code: 'bomb' }
  | { readonly code: 'not-loaded'; readonly format: 'PDF' | 'DOCX' | 'document' }

const allowed = 'Choose a .txt, .md, .html, .pdf or .docx file'

/**
 * Says in one sentence what was found, what is allowed and what to do.
 *
 * @example problemSentence('a.txt', { code: 'empty' }) //=> '“a.txt” is empty: it has 0 bytes. Choose a file with text in it.'
 */
export function problemSentence(name: string, problem: Problem): string {
  const file = `“${shortName(name)}”`
  switch (problem.code) {
    case 'empty':
      return `${file} is empty: it has 0 bytes. Choose a file with text in it.`
    case 'blank':
      return `${file} has no visible text in it. Choose a file with text, or paste the text.`
    case 'unreadable':
      return `${file} could not be read; it may be a folder, or have been moved or changed. Choose it again, as a file.`
    case 'binary':
      return `${file} is not text: it is full of bytes that no text has. ${allowed}.`
    case 'cancelled':
      return `Reading ${file} was stopped, as you asked; your text is as it was.`
    case 'too-large':
      return `${file} has ${size(problem.bytes)}; at most ${size(documentLimits.fileBytes)} are read. Choose a smaller file, or paste the part that you need.`
    case 'too-long':
      return `${file} holds ${formatCount(problem.characters)} characters of text; at most ${formatCount(documentLimits.textLength)} are taken. Choose a part of it.`
    case 'too-many-pages':
      return `${file} has ${formatCount(problem.pages)} pages; at most ${formatCount(documentLimits.pages)} are read. Choose a part of it.`
    case 'scanned':
      return `${file} has ${problem.pages === 1 ? '1 page' : `${formatCount(problem.pages)} pages`} and no text: its pages are pictures, as a scanner makes them. Run text recognition (OCR) on it first, or choose a PDF whose text can be selected.`
    case 'other-type':
      return `${file} is ${problem.found}, whatever its name says. ${allowed}.`
    case 'locked':
      return `${file} is locked with a password, and no password is asked for here. Save a copy of the ${problem.format} without one and choose that.`
    case 'broken':
      return `${file} is a damaged ${problem.format}: its parts cannot be found. Open it in the program that made it, save it anew and choose that, or paste its text.`
    case 'not-docx':
      return `${file} is ${problem.found} and not a Word document (DOCX). ${allowed}.`
    case 'bomb':
      return `${file} unpacks to far more than its size, as no document does (at most ${size(documentLimits.unpackedBytes)} of text, ${formatCount(documentLimits.entries)} parts and ${formatCount(documentLimits.ratio)} times its packed size), so it was not opened. Choose another file.`
    case 'not-loaded':
      return `The part of this site that reads ${problem.format === 'document' ? '' : `${problem.format} `}files could not be loaded; your text is as it was. Check the connection and try again.`
  }
}

const size = (bytes: number) => formatBytes(bytes, { base: 'si', digits: 1 })

const shortName = (name: string) => {
  const letters = [...name]
  return letters.length <= 60
    ? name
    : `${letters.slice(0, 40).join('')}…${letters.slice(-15).join('')}`
}
