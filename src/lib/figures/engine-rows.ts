import { formatNumber } from '../format/format-number.ts'
import type { SamplerPreset } from '../sampling/sampler-preset.ts'
import { presetSteps } from '../sampling/preset-steps.ts'
import { stepInWords } from '../sampling-lab/step-in-words.ts'
import { stepNames } from '../sampling-lab/step-names.ts'

export interface EngineRow {
  readonly name: string
  readonly order: string
  /** What works when nothing is set. */
  readonly defaults: string
  readonly atEquality: string
  readonly ties: string
  readonly sources: readonly string[]
}

/**
 * A row of the table of engines, from the preset that the sampler itself runs by.
 *
 * @example engineRow(llamaCpp).order.endsWith('temperature') //=> true
 */
export const engineRow = (preset: SamplerPreset): EngineRow => {
  const { name, order, defaults, rules, sources } = preset
  const working = presetSteps(preset, defaults).map(stepInWords)
  const temperature = `temperature ${formatNumber(defaults.temperature ?? 1, { digits: 2 })}`
  return {
    name,
    order: order.map((step) => stepNames[step]).join(' → '),
    defaults: (working.some((title) => title.startsWith('temperature'))
      ? working
      : [...working, temperature]
    ).join(', '),
    atEquality: rules.topPReach === 'at-least' ? 'the set is full' : 'one more token is taken',
    ties: rules.topKTies === 'keep-all' ? 'all of them stay' : 'exactly k stay',
    sources,
  }
}
