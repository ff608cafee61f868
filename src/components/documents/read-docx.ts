import { DocumentError } from '../../lib/documents/document-error.ts'
import type { DocxAnswer } from './docx-message.ts'
import { readHtml } from './read-html.ts'
import type { ReadText, Reading } from './reading.ts'

/** Reads a DOCX with mammoth in a worker of its own; stopping it ends the worker. */
export async function readDocx(
  bytes: Uint8Array<ArrayBuffer>,
  { signal }: Reading,
): Promise<ReadText> {
  const worker = new Worker(new URL('./docx.worker.ts', import.meta.url), { type: 'module' })
  try {
    const answer = await new Promise<DocxAnswer>((resolve, reject) => {
      worker.onmessage = (event: MessageEvent<DocxAnswer>) => resolve(event.data)
      worker.onerror = (event) => {
        event.preventDefault()
        reject(new DocumentError({ code: 'not-loaded', format: 'DOCX' }))
      }
      signal.addEventListener('abort', () => reject(new DocumentError({ code: 'cancelled' })))
      worker.postMessage(bytes, [bytes.buffer])
    })
    if ('problem' in answer) throw new DocumentError(answer.problem)
    return readHtml(answer.html)
  } finally {
    worker.terminate()
  }
}
