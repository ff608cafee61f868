import { describe, expect, it } from 'vitest'
import { clopperPearson } from '../../src/lib/statistics/clopper-pearson.ts'
import { fisherExact } from '../../src/lib/statistics/fisher-exact.ts'
import { majorityVoteAccuracy } from '../../src/lib/statistics/majority-vote-accuracy.ts'
import { mcnemarCorrected, mcnemarExact } from '../../src/lib/statistics/mcnemar.ts'
import { newcombe } from '../../src/lib/statistics/newcombe.ts'
import { zOfConfidence } from '../../src/lib/statistics/normal-distribution.ts'
import { passAtK } from '../../src/lib/statistics/pass-at-k.ts'
import { twoProportionZ } from '../../src/lib/statistics/two-proportion-z.ts'
import type { TwoShares } from '../../src/lib/statistics/two-shares.ts'
import { wilsonInterval } from '../../src/lib/statistics/wilson-interval.ts'
import { vectorCases } from './vectors.ts'

/** Every field that one of the kinds has. */
interface Input {
  readonly kind: string
  readonly successes: number
  readonly trials: number
  readonly confidence: number
  readonly only_first_correct: number
  readonly only_second_correct: number
  readonly first_successes: number
  readonly first_trials: number
  readonly second_successes: number
  readonly second_trials: number
  readonly voters: number
  readonly accuracy_of_one: number
  readonly ties?: 'half'
  readonly samples: number
  readonly correct: number
  readonly k: number
}

type Expected = Readonly<Record<string, number | string>>

const sharesOf = (input: Input): TwoShares => ({
  firstSuccesses: input.first_successes,
  firstTrials: input.first_trials,
  secondSuccesses: input.second_successes,
  secondTrials: input.second_trials,
})

const discordant = (input: Input) => ({
  onlyFirst: input.only_first_correct,
  onlySecond: input.only_second_correct,
})

const answers: Readonly<Record<string, (input: Input) => Readonly<Record<string, number>>>> = {
  wilson_interval: ({ successes, trials, confidence }) =>
    wilsonInterval(successes, trials, zOfConfidence(confidence)),
  clopper_pearson_interval: ({ successes, trials, confidence }) =>
    clopperPearson({ successes, trials, confidence }),
  mcnemar_exact: (input) => ({ p_value: mcnemarExact(discordant(input)) }),
  mcnemar_chi_square_corrected: (input) => {
    const { statistic, pValue } = mcnemarCorrected(discordant(input))
    return { statistic, p_value: pValue }
  },
  two_proportion_z_test: (input) => {
    const { z, pValue } = twoProportionZ(sharesOf(input))
    return { z, p_value: pValue }
  },
  fisher_exact: (input) => ({ p_value: fisherExact(sharesOf(input)) }),
  newcombe_interval_of_the_difference: (input) => newcombe(sharesOf(input), input.confidence),
  majority_vote_accuracy: ({ voters, accuracy_of_one: accuracyOfOne, ties }) => ({
    accuracy: majorityVoteAccuracy({ voters, accuracyOfOne, ...(ties ? { ties } : {}) }),
  }),
  pass_at_k: ({ samples, correct, k }) => ({ pass_at_k: passAtK({ samples, correct, k }) }),
}

describe('intervals and tests of statsmodels and scipy', () => {
  const { cases } = vectorCases<Input, Expected>('statistics')

  it.each(
    cases.map(({ input, expected }, index) => ({ index, kind: input.kind, input, expected })),
  )('agree in case $index ($kind)', ({ input, expected }) => {
    const answer = answers[input.kind]
    if (answer === undefined) throw new Error(`No function answers "${input.kind}".`)
    if (expected['raises'] !== undefined) {
      expect(() => answer(input)).toThrow()
      return
    }
    const result = answer(input)
    for (const [name, listed] of Object.entries(expected)) {
      const value = Number(listed)
      const away = Math.abs((result[name] ?? NaN) - value)
      expect(away, name).toBeLessThanOrEqual(1e-9 + 1e-8 * Math.abs(value))
    }
  })
})
