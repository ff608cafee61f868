import type { PdfPage } from '../../lib/documents/pdf/pdf-page.ts'
import { pdfText } from '../../lib/documents/pdf/pdf-text.ts'

addEventListener('message', (event: MessageEvent<readonly PdfPage[]>) => {
  postMessage(pdfText(event.data))
})
