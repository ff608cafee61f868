import { candidatesOf } from '../sampling/candidates-of.ts'
import type { Distribution } from './distribution.ts'
import type { LabToken } from './lab-token.ts'

/**
 * What a running model answered: every token of the vocabulary is known. The caller names the tokens
 * that are to be shown.
 *
 * @throws RangeError when the logits cannot make a distribution
 * @example liveDistribution({ logits: [0, 1], promptTokens: [], written: [], title: '' }).known // 2
 */
export function liveDistribution(answer: {
  readonly logits: ArrayLike<number>
  readonly promptTokens: readonly LabToken[]
  readonly written: readonly LabToken[]
  readonly title: string
}): Distribution {
  const { logits, promptTokens, written, title } = answer
  const start = candidatesOf(logits)
  return {
    kind: 'live',
    title,
    start,
    known: start.ids.length,
    vocabulary: logits.length,
    promptTokens,
    written,
    tokens: new Map([...promptTokens, ...written].map((token) => [token.id, token])),
  }
}

/**
 * The same distribution with more tokens named.
 *
 * @example withTokens(distribution, [{ id: 1, text: ' a' }]).tokens.get(1)?.text // ' a'
 */
export const withTokens = (
  distribution: Distribution,
  tokens: readonly LabToken[],
): Distribution => ({
  ...distribution,
  tokens: new Map([...distribution.tokens, ...tokens.map((token) => [token.id, token] as const)]),
})
