import { pythonStrip, pythonStripEnd } from './python-white-space.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { Split } from './llamaindex-split.ts'

/**
 * LlamaIndex's merge: packs splits into chunks of at most `size` tokens, and begins the next chunk
 * with the last whole splits of the one before, as many as fit in `overlap`; they leave again when
 * the next split would not fit beside them. Chunks are stripped, and fall away without text.
 *
 * Source: llamaindex-sentence-splitter.
 *
 * @throws RangeError when a single split is larger than the size
 */
export function mergeSplits(
  text: string,
  splits: readonly Split[],
  size: number,
  overlap: number,
): readonly CompatChunk[] {
  const chunks: CompatChunk[] = []
  let current: Split[] = []
  let tokens = 0
  let fresh = true
  const close = () => {
    chunks.push(...chunkOf(text, current))
    const last = current
    let kept = last.length
    tokens = 0
    for (let split = last[kept - 1]; split && tokens + split.tokens <= overlap;) {
      tokens += split.tokens
      kept -= 1
      split = last[kept - 1]
    }
    current = last.slice(kept)
    fresh = true
  }
  for (const split of splits) {
    if (split.tokens > size) throw new RangeError('A single token is larger than the chunk size.')
    if (!fresh && tokens + split.tokens > size) close()
    while (current.length > 0 && tokens + split.tokens > size) {
      tokens -= current.shift()?.tokens ?? 0
    }
    tokens += split.tokens
    current.push(split)
    fresh = false
  }
  if (!fresh) chunks.push(...chunkOf(text, current))
  return chunks
}

function chunkOf(text: string, splits: readonly Split[]): readonly CompatChunk[] {
  const joined = splits.map((split) => split.text).join('')
  const chunk = pythonStrip(joined)
  if (chunk === '') return []
  const leading = pythonStripEnd(joined).length - chunk.length
  const start = (splits[0]?.start ?? 0) + leading
  return [text.startsWith(chunk, start) ? { text: chunk, start } : { text: chunk }]
}
