/** One entry of a zip archive's directory. */
export interface ZipEntry {
  readonly name: string
  /** Where its packed bytes lie. */
  readonly start: number
  readonly end: number
  /** Whether they are packed (deflate) or as they are. */
  readonly deflated: boolean
  readonly encrypted: boolean
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** The end record and the longest comment behind it. */
const END_WITHIN = 22 + 65_535

/**
 * Reads the directory of a zip archive; null where it is damaged.
 * Source: PKWARE, APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. Zip64 is not read: no
 * archive below 4 GB needs it.
 *
 * @example zipEntries(new Uint8Array(0)) //=> null
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecord(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let number = 0; number < count; number++) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) return null
    const nameLength = view.getUint16(at + 28, true)
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const start = dataStart(view, view.getUint32(at + 42, true))
    const method = view.getUint16(at + 10, true)
    const size = view.getUint32(at + 20, true)
    if (start === null || start + size > bytes.length || (method !== 0 && method !== 8)) return null
    entries.push({
      name: asciiName(bytes.subarray(at + 46, at + 46 + nameLength)),
      start,
      end: start + size,
      deflated: method === 8,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + rest
  }
  return entries
}

function endRecord(view: DataView): number | null {
  const last = view.byteLength - 22
  for (let at = last; at >= 0 && at >= view.byteLength - END_WITHIN; at--)
    if (view.getUint32(at, true) === END) return at
  return null
}

function dataStart(view: DataView, local: number): number | null {
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return null
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

/** Names of a document's parts are ASCII; any other byte becomes one character. */
const asciiName = (bytes: Uint8Array) => String.fromCharCode(...bytes)
