import { candidatesOf } from '../sampling/candidates-of.ts'
import type { Distribution } from './distribution.ts'
import type { HandCase } from './read-hand.ts'

/**
 * The distribution of a case on paper; ids count from 0.
 *
 * @throws RangeError when the logits cannot make a distribution
 * @example handDistribution({ labels: ['A'], logits: [0], notice: '' }).vocabulary // 1
 */
export function handDistribution({ labels, logits }: HandCase): Distribution {
  const start = candidatesOf(logits)
  return {
    kind: 'hand',
    title: 'numbers typed in',
    start,
    known: start.ids.length,
    vocabulary: logits.length,
    promptTokens: [],
    written: [],
    tokens: new Map(labels.map((text, id) => [id, { id, text }])),
  }
}
