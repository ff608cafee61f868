import { decodeState } from '../../../lib/state/decode-state.ts'
import { encodeState } from '../../../lib/state/encode-state.ts'
import type { Schema } from '../../../lib/state/field.ts'
import { readPairs } from '../../../lib/state/hash-pairs.ts'
import type { MySetup } from '../../../lib/state/my-setup.ts'
import { presetState } from '../../../lib/state/preset-hash.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { linkNotices } from './link-notices.ts'
import { loadSetup, saveSetup } from './my-setup.ts'
import { packHash, unpackHash } from './packing.ts'
import { fedFields, setupTexts } from './setup-fields.ts'

const WRITE_DELAY_MS = 250

interface Settings<State extends object> {
  /** The widget's id: its folder, its key in links, the id of its section. */
  readonly widget: string
  readonly schema: Schema<State>
  /** The state that the page was built with. */
  readonly preset?: Preset | undefined
}

/**
 * The state of one widget, tied to the page's address. Every widget makes one, calls `connect` in
 * an effect, reads `current` and changes it with `update`.
 */
export class WidgetState<State extends object> {
  readonly widget: string
  readonly schema: Schema<State>
  current: State = $state.raw() as State
  /** Sentences about a link that could not be followed in full. */
  notices: readonly string[] = $state.raw([])
  /** New at every reset and preset: a key that lets inputs forget what was typed into them. */
  epoch: object = $state.raw({})
  /** Folded parts that a link or preset opens, by the widget's own names. */
  opened: readonly string[] = $state.raw([])
  /** Kept when the address was read for the first time. */
  ready: Promise<void> = Promise.resolve()
  #start: State
  #setup: MySetup = {}
  #timer: ReturnType<typeof setTimeout> | undefined
  #read: object = {}

  constructor({ widget, schema, preset }: Settings<State>) {
    this.widget = widget
    this.schema = schema
    this.#start = preset
      ? presetState({ schema, preset })
      : decodeState({ widget, schema, hash: '' }).state
    this.current = this.#start
  }

  /** Changes some fields and, a little later, the address. */
  update(change: Partial<State>): void {
    this.current = { ...this.current, ...change }
    this.#writeSoon()
  }

  /** Goes back to the state that the page was built with. */
  reset(): void {
    this.#replace(this.#start)
  }

  applyPreset(preset: Preset): void {
    this.#replace(presetState({ schema: this.schema, preset }), preset.open)
  }

  /** A link to exactly this state, whatever the setup of the one who opens it. */
  async link(): Promise<string> {
    const { widget, schema, current: state } = this
    const hash = await packHash(encodeState({ widget, schema, state, pinned: true }))
    return new URL(hash === '' ? '#v=1' : hash, location.href).href
  }

  /** Keeps the fields that "My setup" feeds; false where the browser stores nothing. */
  keepAsSetup(): boolean {
    this.#setup = { ...this.#setup, ...this.setupTexts() }
    return saveSetup(this.#setup)
  }

  /** Takes over what "My setup" holds; false when it is empty. */
  useSetup(): boolean {
    this.#setup = loadSetup()
    if (Object.keys(this.#setup).length === 0) return false
    const { widget, schema } = this
    this.#replace({ ...this.current, ...fedFields({ widget, schema, setup: this.#setup }) })
    return true
  }

  /** This state's part of "My setup", as texts. */
  setupTexts(): MySetup {
    return setupTexts(this.schema, this.current)
  }

  /** Follows the address until the returned function is called. */
  connect(): () => void {
    this.#setup = loadSetup()
    this.ready = this.#open({ first: true })
    const follow = () => void this.#open({ first: false })
    window.addEventListener('hashchange', follow)
    return () => {
      window.removeEventListener('hashchange', follow)
      clearTimeout(this.#timer)
    }
  }

  #replace(state: State, opened: readonly string[] = []): void {
    this.current = state
    this.opened = opened
    this.notices = []
    this.epoch = {}
    this.#writeSoon()
  }

  async #open({ first }: { first: boolean }): Promise<void> {
    // What was about to be written is older than the link that is followed now.
    clearTimeout(this.#timer)
    const read = (this.#read = {})
    const { hash, lost } = await unpackHash(location.hash)
    if (read !== this.#read) return
    const { widget, schema } = this
    const keys = readPairs(hash).map(({ key }) => key)
    const own = keys.some((key) => key.startsWith(`${widget}.`))
    const linked = own || keys.some((key) => key.startsWith('setup.'))
    const hasSetup = first && Object.keys(this.#setup).length > 0
    const base = own ? undefined : this.#start
    const found = decodeState({ widget, schema, hash, setup: this.#setup, ...(base && { base }) })
    if (linked || hasSetup) {
      this.current = found.state
      this.opened = found.open
      // At first nothing was typed that would have to be forgotten.
      if (!first) this.epoch = {}
    } else if (!first) this.#writeSoon()
    const problems = linked || hasSetup ? found.problems : []
    this.notices = linkNotices({ problems, unknown: found.unknown, lost })
  }

  #writeSoon(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#write(), WRITE_DELAY_MS)
  }

  async #write(): Promise<void> {
    const { widget, schema, current: state } = this
    const [read, setup] = [this.#read, this.#setup]
    const before = readPairs(location.hash).length === 0 ? '' : location.hash
    const hash = await packHash(encodeState({ widget, schema, state, hash: before, setup }))
    if (state !== this.current || read !== this.#read || hash === before) return
    const { pathname, search } = location
    history.replaceState(history.state, '', `${pathname}${search}${hash}`)
  }
}
