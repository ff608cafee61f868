/** The formats that a document may have. */
export type DocumentKind = 'text' | 'markdown' | 'html' | 'pdf' | 'docx'

/** What was read from a file. */
export interface ReadDocument {
  /** The text; Markdown where the format has headings, lists or tables. */
  readonly text: string
  /** The file's name. */
  readonly name: string
  readonly kind: DocumentKind
  /** What the reader should know of the reading, one sentence each. */
  readonly notes: readonly string[]
}
