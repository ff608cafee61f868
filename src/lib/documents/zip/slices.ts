/** How much is unpacked at a time; bytes. */
const SLICE = 4_096

/**
 * Hands out bytes in small slices, so that what unpacks too far is noticed soon.
 *
 * @example [...slices(new Uint8Array(20_000))].length //=> 5
 */
export function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += SLICE) yield bytes.subarray(at, at + SLICE)
}
