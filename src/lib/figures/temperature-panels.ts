import { candidatesOf } from '../sampling/candidates-of.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'
import { tokenBars } from './token-bars.ts'
import type { TokenBar } from './token-bars.ts'

export interface TemperaturePanel {
  readonly temperature: number
  readonly bars: readonly TokenBar[]
}

/**
 * The same logits at several temperatures, a panel of bars each.
 * Units: probabilities.
 *
 * @example temperaturePanels({ logits: [1, 0], names: ['A', 'B'], temperatures: [1] })[0]?.bars[0]?.label
 * //=> '73.1 %'
 */
export const temperaturePanels = ({
  logits,
  names,
  temperatures,
}: {
  readonly logits: readonly number[]
  readonly names: readonly string[]
  readonly temperatures: readonly number[]
}): TemperaturePanel[] => {
  const start = candidatesOf(logits)
  return temperatures.map((temperature) => ({
    temperature,
    bars: tokenBars(
      samplerChain(start, [{ name: 'temperature', temperature }]).stages[0]?.candidates ?? start,
      names,
    ),
  }))
}
