import { formatBytes } from '../format/format-bytes.ts'
import { formatTokens } from '../format/format-tokens.ts'
import type { ByteBase } from '../units/units.ts'
import { VERDICT_WORDS } from './cache-table.ts'
import type { Calculation } from './calculation.ts'

/** The answer before any table: the verdict, then what follows from it. */
export interface Answer {
  readonly verdict: 'fits' | 'tight' | 'no'
  readonly headline: string
  readonly detail: string
  /** The verdict and the total, short enough for one narrow line. */
  readonly glance: string
}

/**
 * Says whether it fits, by how much, and how long the context may be.
 *
 * @example answerInWords(calculation, 'iec').headline //=> 'Fits, with 3.1 GiB to spare.'
 */
export function answerInWords(calculation: Calculation, base: ByteBase): Answer {
  const { memory } = calculation
  return {
    verdict: memory.verdict,
    headline: headline(calculation, base),
    detail: `${longest(calculation)}${sequences(calculation)}${beyond(calculation)}`,
    glance: glance(memory, base),
  }
}

const SIGNS = { fits: '●', tight: '◐', no: '○' } as const

function glance({ verdict, total, budget }: Calculation['memory'], base: ByteBase): string {
  const size = (bytes: number) => formatBytes(bytes, { base })
  return `${SIGNS[verdict]} ${VERDICT_WORDS[verdict]}: ${size(total)} of ${size(budget)}`
}

function headline({ memory, setup }: Calculation, base: ByteBase): string {
  const size = (bytes: number) => formatBytes(Math.abs(bytes), { base })
  const each = (setup.gpuCount ?? 1) > 1 ? ' on each GPU' : ''
  if (memory.verdict === 'fits') return `Fits, with ${size(memory.spare)} to spare${each}.`
  if (memory.verdict === 'tight') {
    const [low, high] = memory.band
    return `Tight: it takes ${size(low)} to ${size(high)}${each}, and ${size(memory.budget)} is there.`
  }
  const fixed = memory.parts.find(({ id }) => id === 'weights')
  if (fixed !== undefined && fixed.low > memory.budget) {
    return `Does not fit: the weights alone take ${size(fixed.bytes)}${each}, and ${size(memory.budget)} is there.`
  }
  return `Does not fit: ${size(memory.spare)} too much${each}.`
}

function longest({ longestTokens, nativeTokens, spec }: Calculation): string {
  if (spec.kind === 'encoder') return 'An encoder keeps no cache: its context costs no memory here.'
  if (longestTokens < 1) return 'No context fits.'
  if (nativeTokens !== null && longestTokens >= nativeTokens) {
    return `Longest context ${formatTokens(nativeTokens)}, the most this model was made for.`
  }
  return `Longest context ${formatTokens(longestTokens)}.`
}

function sequences({ mostSequences, setup, memory, spec }: Calculation): string {
  if (spec.kind === 'encoder') return ''
  if (setup.sequences === 1 && (mostSequences < 2 || memory.verdict !== 'fits')) return ''
  if (mostSequences < 1) return ''
  const many = mostSequences === 1 ? 'one sequence' : `${mostSequences} sequences`
  return ` At ${formatTokens(setup.tokens)} each, ${many} at once.`
}

function beyond({ nativeTokens, setup, spec }: Calculation): string {
  if (nativeTokens === null || setup.tokens <= nativeTokens || spec.kind === 'encoder') return ''
  return ` ${formatTokens(setup.tokens)} is beyond the ${formatTokens(nativeTokens)} it was made for.`
}
