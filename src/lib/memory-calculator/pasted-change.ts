import type { CalculatorState } from './calculator-state.ts'

/** A change that a pasted text stands for, and the sentence that says what was understood. */
export interface PastedChange {
  readonly change: Partial<CalculatorState>
  readonly says: string
  /** What else the text may mean: the words of a button, and what it sets. */
  readonly others?: readonly PastedMeaning[]
}

export interface PastedMeaning {
  readonly label: string
  readonly change: Partial<CalculatorState>
}
