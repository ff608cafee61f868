/** First 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2, 5.3.3). */
const primes: number[] = []
for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p !== 0)) primes.push(n)
const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32) | 0
const roundConstants = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)))
const startState = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)))

const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by))
const at = (list: Int32Array, index: number): number => list[index] ?? 0

const compress = (state: Int32Array, w: Int32Array): void => {
  for (let i = 16; i < 64; i++) {
    const x = at(w, i - 15)
    const y = at(w, i - 2)
    const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(roundConstants, i) + at(w, i)) | 0
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  ;[a, b, c, d, e, f, g, h].forEach((value, i) => (state[i] = (at(state, i) + value) | 0))
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * SHA-256 in plain script (FIPS 180-4), for pages served without https, where the browser hides its
 * own.
 *
 * @example sha256InScript(new TextEncoder().encode('abc')) // 'ba7816bf…20015ad'
 */
export const sha256InScript = (bytes: Uint8Array): string => {
  const state = startState.slice()
  const whole = bytes.length - (bytes.length % 64)
  const rest = new Uint8Array(bytes.length % 64 < 56 ? 64 : 128)
  rest.set(bytes.subarray(whole))
  rest[bytes.length - whole] = 0x80
  const end = new DataView(rest.buffer)
  end.setBigUint64(rest.length - 8, BigInt(bytes.length) * 8n)
  const words = new Int32Array(64)
  for (const part of [bytes.subarray(0, whole), rest]) {
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
    for (let block = 0; block < part.length; block += 64) {
      for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + 4 * i)
      compress(state, words)
    }
  }
  const out = new DataView(new ArrayBuffer(32))
  state.forEach((value, i) => out.setInt32(4 * i, value))
  return hex(new Uint8Array(out.buffer))
}

/** SHA-256 in hex: by the browser where it can, else in script. */
export const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  return subtle === undefined
    ? sha256InScript(bytes)
    : hex(new Uint8Array(await subtle.digest('SHA-256', bytes)))
}
