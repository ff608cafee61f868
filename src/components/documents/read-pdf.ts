import { getDocument, PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { DocumentError } from '../../lib/documents/document-error.ts'
import { documentLimits } from '../../lib/documents/limits.ts'
import type { PdfPage } from '../../lib/documents/pdf/pdf-page.ts'
import { pdfItem } from '../../lib/documents/pdf/pdf-item.ts'
import type { PdfText } from '../../lib/documents/pdf/pdf-text.ts'
import { documentWords, pageList } from '../../lib/documents/words.ts'
import { characterMapsUrl } from './pdf-files.ts'
import type { ReadText, Reading } from './reading.ts'

/** Reads the text of a PDF with pdf.js in a worker of its own; stopping it ends the worker. */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, reading: Reading): Promise<ReadText> {
  const worker = new Worker(workerUrl, { type: 'module' })
  const stopped = new Promise<never>((_, reject) => {
    worker.onerror = (event) => {
      event.preventDefault()
      reject(new DocumentError({ code: 'not-loaded', format: 'PDF' }))
    }
    reading.signal.addEventListener('abort', () => reject(new DocumentError({ code: 'cancelled' })))
  })
  const port = PDFWorker.create({ port: worker, verbosity: VerbosityLevel.ERRORS })
  try {
    return await Promise.race([stopped, textOf(bytes, port, reading)])
  } finally {
    worker.terminate()
  }
}

async function textOf(
  bytes: Uint8Array<ArrayBuffer>,
  worker: PDFWorker,
  reading: Reading,
): Promise<ReadText> {
  const pdf = await open(bytes, worker)
  const count = pdf.numPages
  if (count > documentLimits.pages)
    throw new DocumentError({ code: 'too-many-pages', pages: count })
  const pages: PdfPage[] = []
  const failed: number[] = []
  for (const number of Array.from({ length: count }).keys()) {
    const page = await readPage(pdf, number)
    if (page === null) failed.push(number)
    pages.push(page ?? { items: [] })
    reading.onPage(pages.length, count)
    if (reading.signal.aborted) throw new DocumentError({ code: 'cancelled' })
  }
  if (failed.length === count) throw new DocumentError({ code: 'broken', format: 'PDF' })
  const { text, notes } = await assemble(pages, reading.signal)
  if (text.trim() === '') throw new DocumentError({ code: 'scanned', pages: count })
  if (failed.length === 0) return { text, notes }
  return { text, notes: [...notes, documentWords.failedPages(pageList(failed))] }
}

/** Puts the pieces together in a worker, so that a long PDF does not hold up the page. */
async function assemble(pages: readonly PdfPage[], signal: AbortSignal): Promise<PdfText> {
  const worker = new Worker(new URL('./pdf-text.worker.ts', import.meta.url), { type: 'module' })
  signal.addEventListener('abort', () => worker.terminate())
  try {
    return await new Promise<PdfText>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<PdfText>) => resolve(event.data)
      worker.onerror = (event) => {
        event.preventDefault()
        reject(new DocumentError({ code: 'not-loaded', format: 'PDF' }))
      }
      worker.postMessage(pages)
    })
  } finally {
    worker.terminate()
  }
}

async function open(bytes: Uint8Array<ArrayBuffer>, worker: PDFWorker): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      data: bytes,
      worker,
      cMapUrl: characterMapsUrl(),
      cMapPacked: true,
      // Only text is asked for: no font is drawn, no picture decoded.
      disableFontFace: true,
      useSystemFonts: true,
      useWasm: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
  } catch (error) {
    const locked = error instanceof Error && error.name === 'PasswordException'
    throw new DocumentError({ code: locked ? 'locked' : 'broken', format: 'PDF' })
  }
}

/** A page's pieces of text, or null where the page is damaged. */
async function readPage(pdf: PDFDocumentProxy, index: number): Promise<PdfPage | null> {
  try {
    const page = await pdf.getPage(index + 1)
    const { items, styles } = await page.getTextContent()
    page.cleanup()
    return {
      items: items.flatMap((item) =>
        'str' in item ? [pdfItem(item, styles[item.fontName]?.vertical === true)] : [],
      ),
    }
  } catch {
    return null
  }
}
