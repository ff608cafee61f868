import { encodeState } from './encode-state.ts'
import type { Field, Schema } from './field.ts'
import { readPairs, writePairs } from './hash-pairs.ts'
import { openPair } from './open-parts.ts'

/** A named state of a widget, as `src/data/presets/<widget>.json` holds it. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** Heading under which a menu lists it. */
  readonly group?: string
  readonly state: Readonly<Record<string, string | number | boolean>>
  /** Parts of the widget that are folded and that this state needs open, by the widget's names. */
  readonly open?: readonly string[]
}

/**
 * The state that a preset names: its own values, and the initial value of everything else, so that
 * the prose around it is right for every reader, whatever their own setup.
 *
 * @throws RangeError when the preset sets a key that the widget does not have or a value it refuses.
 * @example presetState({ schema, preset: { id: 'a', title: 'A', state: { tokens: 512 } } }).tokens //=> 512
 */
export function presetState<State extends object>(request: {
  readonly schema: Schema<State>
  readonly preset: Preset
}): State {
  const { schema, preset } = request
  const state: Partial<State> = {}
  const keys = Object.keys(schema) as (keyof State & string)[]
  const read = <Key extends keyof State & string>(key: Key) => {
    const field: Field<State[Key]> = schema[key]
    const text = preset.state[key]
    state[key] = field.initial
    if (text === undefined) return
    const parsed = field.parse(typeof text === 'boolean' ? (text ? '1' : '0') : String(text))
    if ('problem' in parsed) throw new RangeError(`Preset ${preset.id}: ${parsed.problem}`)
    state[key] = parsed.value
  }
  keys.forEach(read)
  const stray = Object.keys(preset.state).find((key) => !keys.some((known) => known === key))
  if (stray !== undefined) throw new RangeError(`Preset ${preset.id} sets unknown "${stray}".`)
  return state as State
}

/**
 * The hash that opens a widget on a preset.
 *
 * @example presetHash({ widget: 'w', schema, preset }) //=> '#v=1&w.tokens=512&w.gpu=rtx-4090'
 */
export function presetHash<State extends object>(request: {
  readonly widget: string
  readonly schema: Schema<State>
  readonly preset: Preset
}): string {
  const { widget, schema, preset } = request
  const hash = encodeState({ widget, schema, state: presetState(request), pinned: true })
  const open = openPair(widget, preset.open ?? [])
  return open === null ? hash : writePairs([...readPairs(hash), open])
}
