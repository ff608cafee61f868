/** A table as a reader may take it along: plain texts and numbers, one heading a column. */
export interface Table {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  /** The same for programs, where it differs: plain numbers, their units in the headings. */
  readonly plain?: Pick<Table, 'columns' | 'rows'>
}
