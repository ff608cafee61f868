import type { Certainty, TraceStep, Working } from '../formula/formula.ts'

/** One number as the lab lists it: its name, its text, how sure it is and how it came about. */
export interface NumberRow {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly note: string
  readonly certainty: Certainty
  readonly workings: readonly Working[]
}

/**
 * A working that is a row of steps.
 *
 * @example trace({ title: 'Sum', certainty: 'exact', source: 'holtzman-2019', steps: [] }).kind // 'trace'
 */
export const trace = (working: {
  readonly title: string
  readonly certainty: Certainty
  readonly source: string
  readonly steps: readonly TraceStep[]
}): Working => ({ kind: 'trace', ...working })
