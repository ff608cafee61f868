import type { InferenceMemory } from '../memory/setup.ts'
import type { Calculation } from './calculation.ts'
import type { CalculatorData, GpuRow } from './calculator-data.ts'
import type { CalculatorState } from './calculator-state.ts'

/** A change that would make it fit: what its button says, and what it sets. */
export interface Remedy {
  readonly label: string
  readonly change: Partial<CalculatorState>
}

/** What remedies are looked for. */
export interface Ailing {
  readonly state: CalculatorState
  readonly data: CalculatorData
  readonly calculation: Calculation
  /** Cards to suggest, in any order. */
  readonly gpus: readonly GpuRow[]
}

/**
 * The first choice that fits to the end of its band; where none does, the first that fits as far
 * as is known. Choices that cannot be computed, such as a format whose blocks do not suit the
 * model, are passed over.
 *
 * @example firstThatFits(['F16', 'Q4_K_M'], (format) => memoryWith(format)) //=> 'Q4_K_M'
 */
export function firstThatFits<Choice>(
  choices: readonly Choice[],
  memoryOf: (choice: Choice) => InferenceMemory,
): Choice | null {
  let tight: Choice | null = null
  for (const choice of choices) {
    const memory = memoryOrNull(() => memoryOf(choice))
    if (memory?.verdict === 'fits') return choice
    if (tight === null && memory !== null && memory.spare >= 0) tight = choice
  }
  return tight
}

function memoryOrNull(compute: () => InferenceMemory): InferenceMemory | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
