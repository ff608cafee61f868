/** A piece of text on a page, as its PDF draws it; lengths in points, y upwards. */
export interface PdfItem {
  readonly text: string
  /** Where its base line begins. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** The size of its letters. */
  readonly size: number
  /** The direction in which it runs, in radians; 0 is to the right. */
  readonly angle: number
  /** Written from right to left. */
  readonly rightToLeft: boolean
}

/** A page's pieces of text, in the order in which they are drawn. */
export interface PdfPage {
  readonly items: readonly PdfItem[]
}

/** A stretch of one line without a wide gap. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** Fragments at one height, from left to right. */
export type Row = readonly Fragment[]

/** A line of text in the column that it belongs to. */
export interface Line extends Fragment {
  /** Number of the page, from 1, and of the column on it, from 0. */
  readonly page: number
  readonly column: number
  /** Where the lines of its column begin and end. */
  readonly columnLeft: number
  readonly columnRight: number
  /** Pieces with wide gaps between them, as in a table; 1 in running text. */
  readonly cells: number
}
