import type { SamplerRules } from './rules.ts'

/**
 * The rules of the definitions themselves, where no engine is named: the smallest set with mass of at
 * least p, exactly k tokens, lower ids first among equals, temperature 0 as its limit, greedy.
 *
 * Source: `holtzman-2019`.
 *
 * @example exactRules.topPReach // 'at-least'
 */
export const exactRules: SamplerRules = {
  topKTies: 'exactly-k',
  topKZero: 'off',
  topKNegative: 'refuse',
  topPReach: 'at-least',
  topPTies: 'lower-id',
  topPOne: 'off',
  typicalReach: 'at-least',
  typicalTies: 'keep-all',
  typicalZeros: 'pass-over',
  typicalEnds: 'allow',
  pOutside: 'refuse',
  temperatureZero: 'greedy',
  temperatureNegative: 'refuse',
  greedyBelow: 0,
  penaltyScope: 'last-n',
}
