import type { Schema } from './field.ts'
import { rawText, readPairs, writePairs } from './hash-pairs.ts'
import type { HashPair } from './hash-pairs.ts'
import { openKey } from './open-parts.ts'
import { STATE_VERSION } from './state-version.ts'

/**
 * Writes a widget's state into a hash: only what differs from the initial value or from "My setup".
 * Pairs of other widgets and keys that nobody knows are kept. With `pinned`, fields that "My setup"
 * feeds are written even where they are as at first, so that the link means the same to everybody.
 *
 * @example encodeState({ widget: 'w', schema, state: { tokens: 512 } }) //=> '#v=1&w.tokens=512'
 */
export function encodeState<State extends object>(request: {
  readonly widget: string
  readonly schema: Schema<State>
  readonly state: State
  /** The hash as it stands, whose other pairs are kept. */
  readonly hash?: string
  readonly setup?: Readonly<Record<string, string>>
  readonly pinned?: boolean
}): string {
  const { widget, schema, state, hash = '', setup = {}, pinned = false } = request
  const keys = Object.keys(schema) as (keyof State & string)[]
  const mine = new Set([openKey(widget), ...keys.map((key) => `${widget}.${key}`)])
  const kept = readPairs(hash).filter(({ key }) => key !== 'v' && !mine.has(key))
  const linked = new Map(kept.map(({ key, raw }) => [key, raw]))

  const written: HashPair[] = []
  const write = <Key extends keyof State & string>(key: Key) => {
    const field = schema[key]
    const text = field.format(state[key])
    const name = field.setup
    const base = name === undefined ? undefined : (linked.get(`setup.${name}`) ?? setup[name])
    const differs = text !== field.format(field.initial) || (base !== undefined && base !== text)
    if (differs || (pinned && name !== undefined)) {
      written.push({ key: `${widget}.${key}`, raw: rawText(text) })
    }
  }
  keys.forEach(write)
  const pairs = [...kept, ...written]
  return pairs.length === 0 ? '' : writePairs([{ key: 'v', raw: STATE_VERSION }, ...pairs])
}
