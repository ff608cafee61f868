import type { CalculatorState } from '../../../lib/memory-calculator/calculator-state.ts'
import { compareSetup } from '../../../lib/memory-calculator/comparison.ts'
import type { ComparedSetup } from '../../../lib/memory-calculator/comparison.ts'
import { keptSetups } from '../../../lib/memory-calculator/kept-setups.ts'
import type { Calculator } from './calculator.svelte.ts'

interface Kept {
  readonly key: string
  readonly state: CalculatorState
  /** Null while its rows are on their way, or where it cannot be computed. */
  readonly setup: ComparedSetup | null
}

/** The kept setups with their numbers, as far as the lists have come. */
export function comparedSetups(calculator: Calculator): readonly Kept[] {
  return keptSetups(calculator.state).map((state, index) => ({
    key: `${index} ${state.model} ${state.tokens}`,
    state,
    setup: computed(calculator, state),
  }))
}

function computed(calculator: Calculator, state: CalculatorState): ComparedSetup | null {
  const data = calculator.lookUp(state)
  if (data === null) return null
  try {
    return compareSetup(state, data, calculator.state.units)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
