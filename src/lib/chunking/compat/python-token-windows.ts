import { decodeUtf8Replacing } from './decode-utf8-replacing.ts'
import type { CompatChunk } from './compat-chunk.ts'

/**
 * TokenTextSplitter of LangChain (Python): windows of `size` tokens, each `size - overlap` after
 * the last, decoded. A window that begins or ends inside a character decodes to U+FFFD there.
 *
 * Source: langchain-splitters-python.
 *
 * @throws RangeError when the overlap is not below the size
 * @example pythonTokenWindows('ab', [[97], [98]], 1, 0).map(({ text }) => text) // ['a', 'b']
 */
export function pythonTokenWindows(
  text: string,
  tokens: readonly ArrayLike<number>[],
  size: number,
  overlap: number,
): readonly CompatChunk[] {
  if (overlap >= size) throw new RangeError('The overlap must be below the tokens of a chunk.')
  const starts = startsOf(tokens)
  const chunks: CompatChunk[] = []
  for (let from = 0; from < tokens.length; from += size - overlap) {
    const window = tokens.slice(from, from + size)
    const chunk = decodeUtf8Replacing(window.flatMap((token) => Array.from(token)))
    const start = starts[from]
    if (chunk !== '') {
      const found = start !== undefined && text.startsWith(chunk, start)
      chunks.push(found ? { text: chunk, start } : { text: chunk })
    }
    if (from + size >= tokens.length) break
  }
  return chunks
}

/** UTF-16 units before each token; within a character, those before the character. */
function startsOf(tokens: readonly ArrayLike<number>[]): readonly number[] {
  let units = 0
  return tokens.map((token) => {
    const start = units
    for (const byte of Array.from(token)) {
      if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1
    }
    return start
  })
}
