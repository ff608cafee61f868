import { Inflate, zipSync } from 'fflate'
import mammoth from 'mammoth/mammoth.browser.min.js'
import { textParts, type Unpack } from '../../lib/documents/zip/text-parts.ts'
import type { DocxAnswer } from './docx-message.ts'
import { slices } from '../../lib/documents/zip/slices.ts'

/**
 * Turns a DOCX into HTML. mammoth never sees the archive itself: its text parts are unpacked piece
 * by piece under limits, and what came out is put into a new one.
 */
async function convert(bytes: Uint8Array): Promise<DocxAnswer> {
  const unpack: Unpack = ({ start, end, deflated }, onPiece) => {
    let goes = true
    const inflate = new Inflate((piece) => {
      goes &&= onPiece(piece)
    })
    for (const piece of slices(bytes.subarray(start, end))) {
      if (!goes) return
      if (deflated) inflate.push(piece)
      else goes = onPiece(piece)
    }
  }
  const found = textParts(bytes, unpack)
  if ('problem' in found) return found
  const safe = zipSync(found.parts, { level: 0 })
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: safe.buffer },
    {
      styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  return { html: value }
}

addEventListener('message', (event: MessageEvent<Uint8Array>) => {
  const broken: DocxAnswer = { problem: { code: 'broken', format: 'DOCX' } }
  convert(event.data).then(
    (answer) => postMessage(answer),
    () => postMessage(broken),
  )
})
