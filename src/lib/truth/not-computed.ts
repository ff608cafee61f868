import type { TruthAnswer } from './truth-row.ts'

/** An answer that says why there is none. */
export function notComputed(reason: string): TruthAnswer {
  return { notComputed: reason }
}

/** An answer in the row's unit, or none when the unit does not fit the kind of row. */
export function answer(value: number | null, unit: string): TruthAnswer {
  return value === null
    ? notComputed(`the unit "${unit}" does not fit this kind of number`)
    : { value }
}
