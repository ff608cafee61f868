import type { Field, Schema } from './field.ts'
import { plainText, readPairs } from './hash-pairs.ts'
import { openKey, openParts } from './open-parts.ts'
import { showText } from './show-text.ts'
import { STATE_VERSION } from './state-version.ts'

export interface Decoded<State> {
  readonly state: State
  /** Fields that the link itself set. */
  readonly given: readonly (keyof State & string)[]
  /** One sentence for each value that was ignored, by its field. */
  readonly problems: readonly { readonly field: string; readonly problem: string }[]
  /** One sentence for each key that nobody knows; such keys stay in the address. */
  readonly unknown: readonly string[]
  /** Folded parts of the widget that the link opens. */
  readonly open: readonly string[]
}

/**
 * Reads a widget's state from a hash such as `#v=1&memory-calculator.tokens=512&setup.gpu=rtx-4090`.
 * The hash wins over "My setup" and that over the field's initial value. Never throws: what cannot
 * be read is ignored and reported.
 *
 * @example decodeState({ widget: 'w', schema, hash: '#v=1&w.tokens=512' }).state.tokens //=> 512
 */
export function decodeState<State extends object>(request: {
  readonly widget: string
  readonly schema: Schema<State>
  readonly hash: string
  /** Values of "My setup", as texts. */
  readonly setup?: Readonly<Record<string, string>>
  /** Stands in for the fields' initial values, where a page begins with a preset. */
  readonly base?: State
}): Decoded<State> {
  const { widget, schema, hash, setup = {}, base } = request
  const texts = new Map(readPairs(hash).map(({ key, raw }) => [key, plainText(raw)]))
  const problems: { field: string; problem: string }[] = []
  const given: (keyof State & string)[] = []
  const state: Partial<State> = {}

  const read = <Key extends keyof State & string>(key: Key) => {
    const field: Field<State[Key]> = schema[key]
    const own = texts.get(`${widget}.${key}`)
    const linked = field.setup === undefined ? undefined : texts.get(`setup.${field.setup}`)
    const stored = field.setup === undefined ? undefined : ownText(setup, field.setup)
    state[key] = base === undefined ? field.initial : base[key]
    for (const text of [own, linked, stored]) {
      if (text === undefined) continue
      const parsed = field.parse(text)
      if ('problem' in parsed) {
        problems.push({ field: key, problem: parsed.problem })
        continue
      }
      state[key] = parsed.value
      if (text === own || text === linked) given.push(key)
      break
    }
  }
  const keys = Object.keys(schema) as (keyof State & string)[]
  keys.forEach(read)
  const open = openParts(texts.get(openKey(widget)))
  const unknown = unknownKeys({ texts, widget, keys })
  return { state: state as State, given, problems, unknown, open }
}

const ownText = (texts: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined

function unknownKeys(found: {
  readonly texts: ReadonlyMap<string, string>
  readonly widget: string
  readonly keys: readonly string[]
}): readonly string[] {
  const { texts, widget, keys } = found
  const sentences: string[] = []
  const version = texts.get('v')
  if (version !== undefined && version !== STATE_VERSION) {
    sentences.push(`The link says version ${showText(version)}; this page reads ${STATE_VERSION}.`)
  }
  for (const key of texts.keys()) {
    if (key === openKey(widget)) continue
    const own = key.startsWith(`${widget}.`) && !keys.includes(key.slice(widget.length + 1))
    const stray = key !== 'v' && !key.includes('.')
    if (own || stray) sentences.push(`The link sets ${showText(key)}, which nothing here knows.`)
  }
  return sentences
}
