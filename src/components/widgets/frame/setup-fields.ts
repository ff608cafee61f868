import { decodeState } from '../../../lib/state/decode-state.ts'
import type { Schema } from '../../../lib/state/field.ts'
import type { MySetup } from '../../../lib/state/my-setup.ts'

/** A state's part of "My setup", as texts. */
export function setupTexts<State extends object>(schema: Schema<State>, state: State): MySetup {
  const texts: Record<string, string> = {}
  for (const key of Object.keys(schema) as (keyof State & string)[]) {
    const name = setupKey(schema, key)
    if (name !== undefined) texts[name] = schema[key].format(state[key])
  }
  return texts
}

/** The fields of a state that a setup feeds, with its values. */
export function fedFields<State extends object>(fed: {
  readonly widget: string
  readonly schema: Schema<State>
  readonly setup: MySetup
}): Partial<State> {
  const { schema, setup } = fed
  const { state } = decodeState({ ...fed, hash: '' })
  const pairs = Object.entries(state).filter(([key]) => (setupKey(schema, key) ?? '') in setup)
  return Object.fromEntries(pairs) as Partial<State>
}

function setupKey<State extends object>(schema: Schema<State>, key: string): string | undefined {
  return (schema as Readonly<Record<string, { setup?: string }>>)[key]?.setup
}
