import { decodeText, type Decoder } from '../../lib/documents/decode-text.ts'
import { DocumentError } from '../../lib/documents/document-error.ts'
import { documentLimits } from '../../lib/documents/limits.ts'
import type { DocumentKind, ReadDocument } from '../../lib/documents/read-document.ts'
import { endingOf, sniffKind } from '../../lib/documents/sniff-kind.ts'
import { documentWords } from '../../lib/documents/words.ts'
import type { ReadText, Reading } from './reading.ts'

/** Reads a document in the page. Errors: DocumentError with what is wrong. */
export async function readFile(file: File, reading: Reading): Promise<ReadDocument> {
  const { name } = file
  if (file.size > documentLimits.fileBytes)
    throw new DocumentError({ code: 'too-large', bytes: file.size })
  const bytes = await bytesOf(file)
  reading.signal.throwIfAborted()
  if (bytes.length === 0) throw new DocumentError({ code: 'empty' })
  const kind = kindOf(name, bytes)
  const { text, notes } = await readers[kind](bytes, reading)
  reading.signal.throwIfAborted()
  if (text.trim() === '') throw new DocumentError({ code: 'blank' })
  if (text.length > documentLimits.textLength)
    throw new DocumentError({ code: 'too-long', characters: text.length })
  return { text, name, kind, notes: [...nameNotes(name, kind), ...notes] }
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    throw new DocumentError({ code: 'unreadable' })
  }
}

function kindOf(name: string, bytes: Uint8Array): DocumentKind {
  const sniffed = sniffKind(name, bytes)
  if ('locked' in sniffed) throw new DocumentError({ code: 'locked', format: sniffed.locked })
  if ('other' in sniffed) throw new DocumentError({ code: 'other-type', found: sniffed.other })
  return sniffed.kind === 'zip' ? 'docx' : sniffed.kind
}

type Reader = (bytes: Uint8Array<ArrayBuffer>, reading: Reading) => Promise<ReadText>

const plain: Reader = (bytes) => Promise.resolve(decoded(bytes))

const readers: Readonly<Record<DocumentKind, Reader>> = {
  text: plain,
  markdown: plain,
  html: async (bytes) => {
    const { text, notes } = decoded(bytes)
    const { readHtml } = await import('./read-html.ts')
    const html = readHtml(text)
    return { text: html.text, notes: [...notes, ...html.notes] }
  },
  pdf: async (bytes, reading) =>
    (await part('PDF', import('./read-pdf.ts'))).readPdf(bytes, reading),
  docx: async (bytes, reading) =>
    (await part('DOCX', import('./read-docx.ts'))).readDocx(bytes, reading),
}

/** A part of the site that is loaded when it is needed. */
async function part<Part>(format: 'PDF' | 'DOCX', loading: Promise<Part>): Promise<Part> {
  try {
    return await loading
  } catch {
    throw new DocumentError({ code: 'not-loaded', format })
  }
}

const decoder: Decoder = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array): ReadText {
  const found = decodeText(bytes, decoder)
  if (found === null) throw new DocumentError({ code: 'binary' })
  const { text, encoding } = found
  return { text, notes: encoding === 'UTF-8' ? [] : [documentWords.encoding(encoding)] }
}

const endings: Readonly<Record<DocumentKind, RegExp>> = {
  text: /^(txt|text|log|)$/,
  markdown: /^(md|markdown)$/,
  html: /^x?html?$/,
  pdf: /^pdf$/,
  docx: /^docx$/,
}

/** A note where the name says something else than the bytes. */
function nameNotes(name: string, kind: DocumentKind): readonly string[] {
  const ending = endingOf(name)
  return endings[kind].test(ending) ? [] : [documentWords.readAs(kind, `.${ending}`)]
}
