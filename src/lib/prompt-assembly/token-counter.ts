/** How many tokens a text has, and whether a tokenizer counted them. */
export interface TokenCount {
  readonly tokens: number
  /** False: estimated from the letters. */
  readonly exact: boolean
}

/** Counts the tokens of a text as it stands alone. */
export type TokenCounter = (text: string) => TokenCount
