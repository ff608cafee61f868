import { decodeUtf8 } from '../gguf/utf8.ts'
import type { LabToken } from './lab-token.ts'

/**
 * The text that tokens make together; pieces of one character are put together where their bytes
 * are known.
 *
 * @example joinTokens([{ id: 1, text: ' Syd' }, { id: 2, text: 'ney' }]) // ' Sydney'
 */
export function joinTokens(tokens: readonly LabToken[]): string {
  let text = ''
  let pieces: readonly number[] = []
  for (const { text: own, bytes } of tokens) {
    const piece = own.includes('\uFFFD') && bytes !== undefined
    if (piece) pieces = [...pieces, ...bytes]
    else {
      text += decodeUtf8(Uint8Array.from(pieces)) + own
      pieces = []
    }
  }
  return text + decodeUtf8(Uint8Array.from(pieces))
}
