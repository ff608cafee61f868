import { expect, it } from 'vitest'
import { vllmKvBudget } from './vllm-kv-budget.ts'

it.each([
  [79.22, 0.9, 71.29, 14.96, 1.79, 1.26, 53.29],
  [79.25, 0.15, 11.89, 8.51, 0.26, 0.94, 2.18],
  [14.74, 0.6, 8.78, 5.35, 0.05, 0.74, 2.64],
  [23.53, 0.2, 4.71, 0.69, 0.02, 1.12, 2.88],
])(
  'vLLM logs what is left of %d GiB x %d',
  (totalBytes, utilisation, budgetBytes, weightBytes, nonTorchBytes, activationPeakBytes, left) => {
    const profile = {
      totalBytes,
      utilisation,
      budgetBytes,
      weightBytes,
      nonTorchBytes,
      activationPeakBytes,
    }
    expect(Math.abs(vllmKvBudget(profile) - left)).toBeLessThan(0.011)
  },
)

it('nothing is left when the weights alone fill the budget', () => {
  const profile = {
    totalBytes: 8,
    utilisation: 0.9,
    weightBytes: 9,
    nonTorchBytes: 0,
    activationPeakBytes: 0,
  }
  expect(vllmKvBudget(profile)).toBe(0)
  expect(() => vllmKvBudget({ ...profile, weightBytes: Number.NaN })).toThrow(/weightBytes is NaN/)
})
