import type { Schema } from './field.ts'

/**
 * True when one of some fields is not as at first.
 *
 * @example differs({ schema, state: { layers: 384 }, keys: ['layers'] }) //=> true
 */
export function differs<State extends object, Key extends keyof State & string>(request: {
  readonly schema: Pick<Schema<State>, Key>
  readonly state: Pick<State, Key>
  readonly keys: readonly Key[]
}): boolean {
  const { schema, state, keys } = request
  return keys.some(
    (key) => schema[key].format(state[key]) !== schema[key].format(schema[key].initial),
  )
}
