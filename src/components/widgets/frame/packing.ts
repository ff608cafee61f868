import { base64urlToBytes, bytesToBase64url } from '../../../lib/state/base64url.ts'
import { rawText } from '../../../lib/state/hash-pairs.ts'
import { isPacked, LONGEST_PLAIN_VALUE, mapValues } from '../../../lib/state/packed-values.ts'

/** A packed value may not grow beyond this when it is unpacked, in characters. */
const LONGEST_UNPACKED = 200_000

/** Packs the long values of a hash: deflated, base64url, behind a `~`. */
export async function packHash(hash: string): Promise<string> {
  const packed = await mapValues(hash, async (raw) =>
    raw.length > LONGEST_PLAIN_VALUE && !isPacked(raw) ? await pack(raw) : raw,
  )
  return packed.hash
}

/** Unpacks what `packHash` packed; `lost` names the keys whose value is broken. */
export const unpackHash = (hash: string) =>
  mapValues(hash, async (raw) => (isPacked(raw) ? await unpack(raw.slice(1)) : raw))

async function pack(raw: string): Promise<string> {
  const deflated = new Blob([decodeURIComponent(raw)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'))
  return `~${bytesToBase64url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`
}

async function unpack(text: string): Promise<string | null> {
  const bytes = base64urlToBytes(text)
  if (bytes === null) return null
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const plain = await readUpTo(inflated, LONGEST_UNPACKED).catch(() => null)
  return plain === null ? null : rawText(plain)
}

/** Stops a stream that is longer than it should be: a small link can inflate to gigabytes. */
async function readUpTo(stream: ReadableStream<BufferSource>, longest: number) {
  const parts: string[] = []
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return parts.join('')
    parts.push(value)
    if (parts.join('').length > longest) {
      await reader.cancel()
      return null
    }
  }
}
