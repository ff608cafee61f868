import type { CalculatorState } from './calculator-state.ts'

/** The folded parts of the sheet, by the names that presets use, with the fields in each. */
export const CALCULATOR_PARTS = {
  more: ['utilisation', 'overhead', 'fileBytes', 'second', 'rounding', 'flash'],
  shape: ['layers', 'heads', 'kvHeads', 'headDim'],
} as const satisfies Readonly<Record<string, readonly (keyof CalculatorState)[]>>

export type CalculatorPart = keyof typeof CALCULATOR_PARTS
