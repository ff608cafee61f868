/** What came of reading a text: the value, or one sentence that says what is wrong with it. */
export type Parsed<Value> = { readonly value: Value } | { readonly problem: string }

/**
 * One field of a widget's state: how it reads from a link or an input, how it is written, and what
 * it is when nobody says. The same `parse` serves the link and the input beside it.
 */
export interface Field<Value> {
  /** The field's name for people; it begins the sentence when a text is refused. */
  readonly label: string
  readonly initial: Value
  readonly parse: (text: string) => Parsed<Value>
  readonly format: (value: Value) => string
  /** Key of "My setup" that stands in where the link does not say. */
  readonly setup?: string
}

/** Every field of a state, by its key. */
export type Schema<State> = { readonly [Key in keyof State]: Field<State[Key]> }

/** How a field is named and whether "My setup" feeds it. */
export interface FieldName {
  readonly label: string
  readonly setup?: string
}
