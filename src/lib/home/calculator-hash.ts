import { writePairs } from '../state/hash-pairs.ts'
import { STATE_VERSION } from '../state/state-version.ts'

/**
 * The hash that carries what was chosen on the home page into the Memory calculator: the model, its
 * 4-bit weights and the context. The card is left to the reader's own setup.
 *
 * @example calculatorHash({ model: 'llama-3-8b', tokens: 8192 })
 * //=> '#v=1&memory-calculator.model=llama-3-8b&memory-calculator.weightFormat=Q4_K_M&memory-calculator.tokens=8192'
 */
export const calculatorHash = (chosen: {
  readonly model: string
  readonly tokens: number
}): string =>
  writePairs([
    { key: 'v', raw: STATE_VERSION },
    { key: 'memory-calculator.model', raw: chosen.model },
    { key: 'memory-calculator.weightFormat', raw: 'Q4_K_M' },
    { key: 'memory-calculator.tokens', raw: String(chosen.tokens) },
  ])
