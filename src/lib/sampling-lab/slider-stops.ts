import type { LabStep } from './lab-step.ts'

const even = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, index) =>
    Number((from + index * step).toFixed(6)),
  )

/** From one in ten thousand to a half. */
const cutoffs: readonly number[] = [
  ...[0.0001, 0.0002, 0.0003, 0.0005, 0.0007, 0.0009, 0.0015, 0.002, 0.003, 0.004, 0.007],
  ...[0.01, 0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5],
]

/** The values that a step's slider stops at; its field takes any. */
export const sliderStops: Readonly<Record<LabStep, readonly number[]>> = {
  temperature: [...even(0, 2, 0.05), 2.5, 3, 4, 5, 7, 10],
  top_k: [0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 40, 50, 70, 100, 200, 500, 1000, 2000, 5000, 10_000],
  top_p: even(0, 1, 0.01),
  min_p: [0, 0.001, 0.002, 0.005, ...even(0.01, 0.1, 0.01), ...even(0.15, 1, 0.05)],
  typical_p: even(0, 1, 0.01),
  epsilon_cutoff: cutoffs,
  eta_cutoff: cutoffs,
  top_n_sigma: even(0.1, 5, 0.1),
  penalties: even(1, 2, 0.05),
  repetition_penalty: even(1, 2, 0.05),
}

/**
 * The stop nearest to a value.
 *
 * @example nearestStop([0, 0.5, 1], 0.6) // 1
 */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0
  stops.forEach((stop, index) => {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value)) best = index
  })
  return best
}
