import type { Preset } from '../../lib/state/preset-hash.ts'

const files = import.meta.glob<readonly Preset[]>('../../data/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The presets of a widget, from `src/data/presets/<id>.json`; runs at build. */
export const presetsOf = (widget: string): readonly Preset[] =>
  files[`../../data/presets/${widget}.json`] ?? []

/** One preset of a widget; an id that nobody knows stops the build. */
export function presetOf(widget: string, id: string | undefined): Preset | undefined {
  const presets = presetsOf(widget)
  const preset = presets.find((each) => each.id === id)
  if (id === undefined || preset !== undefined) return preset
  const known = presets.map((each) => each.id).join(', ')
  throw new Error(`The widget ${widget} has no preset "${id}"; it has ${known}.`)
}
