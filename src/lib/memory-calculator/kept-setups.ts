import { decodeState } from '../state/decode-state.ts'
import { encodeState } from '../state/encode-state.ts'
import { calculatorSchema } from './calculator-state.ts'
import type { CalculatorState } from './calculator-state.ts'

/** At most this many setups stand side by side. */
export const MOST_KEPT = 4

const WIDGET = 's'

/**
 * Reads the setups that a state keeps for comparison; lines that are none are left out.
 *
 * @example keptSetups(state).length //=> 2
 */
export function keptSetups(state: Pick<CalculatorState, 'kept'>): readonly CalculatorState[] {
  return lines(state).map(
    (line) => decodeState({ widget: WIDGET, schema: calculatorSchema, hash: `#${line}` }).state,
  )
}

/**
 * Keeps the present setup too, once and as far as there is room.
 *
 * @example keepSetup(state).kept //=> '{ kept: 'v=1&s.model=…' }'
 */
export function keepSetup(state: CalculatorState): Pick<CalculatorState, 'kept'> {
  const { rows, columns, view } = {
    rows: calculatorSchema.rows.initial,
    columns: calculatorSchema.columns.initial,
    view: calculatorSchema.view.initial,
  }
  const plain = { ...state, kept: '', rows, columns, view, units: calculatorSchema.units.initial }
  const line = encodeState({
    widget: WIDGET,
    schema: calculatorSchema,
    state: plain,
    pinned: true,
  }).slice(1)
  const kept = lines(state)
  if (kept.includes(line) || kept.length >= MOST_KEPT) return { kept: state.kept }
  return { kept: [...kept, line].join('\n') }
}

/**
 * Lets go of one setup.
 *
 * @example dropSetup({ kept: 'a=1\nb=2' }, 0) //=> { kept: 'b=2' }
 */
export function dropSetup(
  state: Pick<CalculatorState, 'kept'>,
  index: number,
): Pick<CalculatorState, 'kept'> {
  return {
    kept: lines(state)
      .filter((_, each) => each !== index)
      .join('\n'),
  }
}

function lines(state: Pick<CalculatorState, 'kept'>): readonly string[] {
  return state.kept
    .split('\n')
    .filter((line) => line.includes('='))
    .slice(0, MOST_KEPT)
}
