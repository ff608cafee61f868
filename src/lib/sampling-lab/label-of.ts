import type { Distribution } from './distribution.ts'
import { tokenLabel } from './token-label.ts'

/**
 * The label of a token of a distribution; one that a recording does not hold is one of its rest.
 *
 * @example labelOf(distribution, 16570) // '␣Sydney'
 */
export function labelOf({ tokens, kind }: Distribution, id: number): string {
  const token = tokens.get(id)
  if (token !== undefined) return tokenLabel(token)
  return kind === 'recorded' ? 'one of the rest' : `#${id}`
}
