/** A node of an HTML tree, as little of it as is needed. */
export interface MarkupNode {
  /** The element's name in lower case; '' for a text. */
  readonly name: string
  /** The text of a text node; '' for an element. */
  readonly text: string
  readonly children: readonly MarkupNode[]
  /** An attribute's value; null where it is not there. */
  readonly attribute: (name: string) => string | null
}
