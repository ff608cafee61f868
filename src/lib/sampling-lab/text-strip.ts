import type { Distribution } from './distribution.ts'
import type { LabToken } from './lab-token.ts'
import { tokenLabel } from './token-label.ts'

interface Labelled {
  readonly id: number
  readonly label: string
}

/** Prompt tokens shown at most; earlier ones are counted. */
const MOST = 120

/**
 * The text so far as labelled tokens: the prompt, what was written after it, what comes just now.
 *
 * @example textStrip({ distribution, writtenIds: [], stream: [] }).prompt[1]?.label // '␣capital'
 */
export function textStrip(shown: {
  readonly distribution: Distribution
  /** Ids of the written tokens, which may be ahead of the distribution. */
  readonly writtenIds: readonly number[]
  readonly stream: readonly LabToken[]
  /** Tokens met before, by id. */
  readonly seen?: Readonly<Record<number, LabToken>>
}): {
  readonly hidden: number
  readonly prompt: readonly Labelled[]
  readonly written: readonly Labelled[]
  readonly stream: readonly Labelled[]
} {
  const { distribution, writtenIds, stream, seen = {} } = shown
  const { promptTokens, tokens } = distribution
  const labelled = (token: LabToken): Labelled => ({ id: token.id, label: tokenLabel(token) })
  return {
    hidden: Math.max(0, promptTokens.length - MOST),
    prompt: promptTokens.slice(-MOST).map(labelled),
    written: writtenIds.map((id) => labelled(tokens.get(id) ?? seen[id] ?? { id, text: `#${id}` })),
    stream: stream.map(labelled),
  }
}
