import type { DocumentKind } from './read-document.ts'

/** What a file is by its first bytes: a format that is read, a zip to look into, or something else. */
export type Sniffed =
  { readonly kind: DocumentKind | 'zip' } | { readonly locked: 'DOCX' } | { readonly other: string }

interface Magic {
  readonly bytes: string
  readonly at?: number
  readonly name: string
}

/** First bytes as Latin-1 characters; sources: the formats' own specifications. */
const magics: readonly Magic[] = [
  { bytes: '\x89PNG\r\n\x1a\n', name: 'a picture (PNG)' },
  { bytes: '\xff\xd8\xff', name: 'a picture (JPEG)' },
  { bytes: 'GIF8', name: 'a picture (GIF)' },
  { bytes: 'II*\0', name: 'a picture (TIFF)' },
  { bytes: 'MM\0*', name: 'a picture (TIFF)' },
  { bytes: 'WEBP', at: 8, name: 'a picture (WebP)' },
  { bytes: 'WAVE', at: 8, name: 'a sound (WAV)' },
  { bytes: 'ftyp', at: 4, name: 'a film or a picture (MP4 or HEIC)' },
  { bytes: '\x1a\x45\xdf\xa3', name: 'a film (Matroska)' },
  { bytes: 'ID3', name: 'a sound (MP3)' },
  { bytes: 'OggS', name: 'a sound (Ogg)' },
  { bytes: 'fLaC', name: 'a sound (FLAC)' },
  { bytes: '\x1f\x8b', name: 'a packed file (gzip)' },
  { bytes: '7z\xbc\xaf\x27\x1c', name: 'an archive (7z)' },
  { bytes: 'Rar!', name: 'an archive (RAR)' },
  { bytes: 'BZh', name: 'a packed file (bzip2)' },
  { bytes: '\xfd7zXZ\0', name: 'a packed file (xz)' },
  { bytes: '\x28\xb5\x2f\xfd', name: 'a packed file (Zstandard)' },
  { bytes: '\x7fELF', name: 'a program (ELF)' },
  { bytes: 'MZ\x90', name: 'a program (EXE)' },
  { bytes: '\0asm', name: 'a program (WebAssembly)' },
  { bytes: 'SQLite format 3\0', name: 'a database (SQLite)' },
  { bytes: 'PAR1', name: 'a table (Parquet)' },
  { bytes: 'GGUF', name: 'a model (GGUF)' },
  { bytes: 'wOF2', name: 'a font (WOFF2)' },
  { bytes: 'AT&TFORM', name: 'a scanned document (DjVu)' },
  { bytes: '{\\rtf', name: 'a rich text file (RTF)' },
  { bytes: '%!PS', name: 'a PostScript file' },
]

/** How far into a file the mark of a PDF may lie. */
const PDF_WITHIN = 1024
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const LOCKED = [...'EncryptedPackage'].join('\0')

/**
 * Tells a file's format by its bytes; its name decides only between kinds of text.
 *
 * @example sniffKind('notes.pdf', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])) //=> { other: 'a picture (PNG)' }
 */
export function sniffKind(name: string, bytes: Uint8Array): Sniffed {
  const head = latin1(bytes.subarray(0, 4096))
  if (head.slice(0, PDF_WITHIN).includes('%PDF-')) return { kind: 'pdf' }
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head)) return { kind: 'zip' }
  if (head.startsWith(OLE)) return sniffOle(bytes)
  const magic = magics.find((each) => head.startsWith(each.bytes, each.at ?? 0))
  if (magic !== undefined) return { other: magic.name }
  const ending = endingOf(name)
  if (ending === 'md' || ending === 'markdown') return { kind: 'markdown' }
  const opening = head.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '')
  if (/^(\s|<\?xml[^>]*>|<!--[^]*?-->)*<(!doctype\s+html|html|head|body)[\s>]/i.test(opening))
    return { kind: 'html' }
  return { kind: /^x?html?$/.test(ending) ? 'html' : 'text' }
}

/**
 * The ending of a name, in lower case and without its dot; '' where there is none.
 *
 * @example endingOf('Report.PDF') //=> 'pdf'
 */
export const endingOf = (name: string): string =>
  /\.([^.\s/\\]{1,12})$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** A compound file: a locked DOCX, or one of Office's formats from before 2007. */
function sniffOle(bytes: Uint8Array): Sniffed {
  for (let at = 0; at < bytes.length; at += 65_000)
    if (latin1(bytes.subarray(at, at + 65_536)).includes(LOCKED)) return { locked: 'DOCX' }
  return { other: 'an Office file of the old kind (such as .doc)' }
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}
