/** A table as a reader may take it along: plain texts and numbers, one heading a column. */
export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}
