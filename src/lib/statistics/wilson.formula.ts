import type { Formula } from '../formula/formula.ts'

const symbols: Formula['symbols'] = {
  successes: { meaning: 'successes', unit: '1', range: [1, 100], whole: true },
  trials: { meaning: 'trials', unit: '1', range: [101, 100000], whole: true },
  z: { meaning: 'normal quantile, 1.96 for 95 %', unit: '1', range: [0.5, 4] },
}

type Values = Readonly<Record<string, number>>

const middle = ({ successes = 0, z = 0 }: Values): number => successes + z ** 2 / 2
const reach = ({ successes = 0, trials = 1, z = 0 }: Values): number =>
  z * Math.sqrt((successes * (trials - successes)) / trials + z ** 2 / 4)
const weight = ({ trials = 1, z = 0 }: Values): number => trials + z ** 2

/**
 * Lower end of the Wilson score interval of a share.
 *
 * Units: share of 1. Source: `wilson-1927`.
 *
 * @example wilsonLowFormula.evaluate({ successes: 5, trials: 10, z: 1.959963984540054 }) // 0.2365930908…
 */
export const wilsonLowFormula: Formula = {
  id: 'wilson-low',
  title: 'Lower end of the Wilson interval',
  expression:
    '(successes + z^2 / 2 - z * sqrt(successes * (trials - successes) / trials + z^2 / 4)) / (trials + z^2)',
  symbols,
  unit: '1',
  certainty: 'exact',
  source: 'wilson-1927',
  evaluate: (values) => (middle(values) - reach(values)) / weight(values),
}

/**
 * Upper end of the Wilson score interval of a share.
 *
 * Units: share of 1. Source: `wilson-1927`.
 *
 * @example wilsonHighFormula.evaluate({ successes: 5, trials: 10, z: 1.959963984540054 }) // 0.7634069091…
 */
export const wilsonHighFormula: Formula = {
  id: 'wilson-high',
  title: 'Upper end of the Wilson interval',
  expression:
    '(successes + z^2 / 2 + z * sqrt(successes * (trials - successes) / trials + z^2 / 4)) / (trials + z^2)',
  symbols,
  unit: '1',
  certainty: 'exact',
  source: 'wilson-1927',
  evaluate: (values) => (middle(values) + reach(values)) / weight(values),
}
