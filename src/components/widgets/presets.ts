import type { Preset } from '../../lib/state/preset-hash.ts'
import { widgets } from './widgets.ts'

const files = import.meta.glob<readonly Preset[]>('../../data/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The presets of a widget, from `src/data/presets/<id>.json`; runs at build. */
export const presetsOf = (widget: string): readonly Preset[] =>
  files[`../../data/presets/${widget}.json`] ?? []

/** One preset of a widget; an id that nobody knows stops the build. */
export function presetOf(widget: string, id: string | undefined): Preset | undefined {
  return id === undefined ? undefined : knownPreset(widget, id)
}

/** The link to a preset of a widget, and its title; a wrong id stops the build with a hint. */
export function presetLink(widget: string, id: string): { hash: string; title: string } {
  const row = widgets.find((each) => each.id === widget)
  if (row === undefined) throw new Error(`There is no widget "${widget}" in widgets.ts.`)
  const preset = knownPreset(widget, id)
  return { hash: row.hashOf(preset), title: preset.title }
}

function knownPreset(widget: string, id: string): Preset {
  const presets = presetsOf(widget)
  const preset = presets.find((each) => each.id === id)
  if (preset !== undefined) return preset
  const known = presets.map((each) => each.id).join(', ')
  throw new Error(`No preset "${id}" in src/data/presets/${widget}.json, which has: ${known}.`)
}
