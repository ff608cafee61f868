/** The most that is read of a file, so that a page stays usable. */
export const documentLimits = {
  /** Bytes of a file. */
  fileBytes: 20_000_000,
  /** UTF-16 units of the text that comes out. */
  textLength: 5_000_000,
  /** Pages of a PDF. */
  pages: 1_500,
  /** Entries of a DOCX, which is a zip archive. */
  entries: 2_000,
  /** Bytes of a DOCX's text parts, unpacked. */
  unpackedBytes: 50_000_000,
  /** Unpacked bytes for each packed one, in an entry that unpacks to more than `ratioFrom`. */
  ratio: 200,
  ratioFrom: 1_000_000,
} as const
