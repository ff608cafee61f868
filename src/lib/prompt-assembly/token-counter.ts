import { estimateTokens } from './estimate-tokens.ts'

/** How many tokens a text has, and whether a tokenizer counted them. */
export interface TokenCount {
  readonly tokens: number
  /** False: estimated from the letters. */
  readonly exact: boolean
}

/** Counts the tokens of a text as it stands alone. */
export type TokenCounter = (text: string) => TokenCount

/**
 * A counter that knows the counts of some texts, as a tokenizer gave them, and estimates the others.
 * Estimates are remembered.
 *
 * Units: tokens.
 *
 * @example tokenCounter(new Map([['tea', 2]]))('tea') // { tokens: 2, exact: true }
 */
export function tokenCounter(counts: ReadonlyMap<string, number> = new Map()): TokenCounter {
  const estimates = new Map<string, TokenCount>()
  return (text) => {
    const known = counts.get(text)
    if (known !== undefined) return { tokens: known, exact: true }
    const made = estimates.get(text) ?? { tokens: estimateTokens(text), exact: false }
    if (estimates.size > 5000) estimates.clear()
    estimates.set(text, made)
    return made
  }
}

/** The counter of a run without a tokenizer. */
export const estimatingCounter: TokenCounter = tokenCounter()
