import { calculatorSchema } from '../../lib/calculator/calculator-state.ts'
import { labSchema } from '../../lib/sampling-lab/lab-state.ts'
import { presetHash } from '../../lib/state/preset-hash.ts'
import type { Preset } from '../../lib/state/preset-hash.ts'

const files = import.meta.glob<readonly Preset[]>('../../data/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The hash that puts a widget into a state, every value written, by the widget's own schema. */
const hashes: Readonly<Record<string, (preset: Preset) => string>> = {
  'memory-calculator': (preset) =>
    presetHash({ widget: 'memory-calculator', schema: calculatorSchema, preset }),
  'sampling-lab': (preset) => presetHash({ widget: 'sampling-lab', schema: labSchema, preset }),
}

/** The link to a preset of a widget, and its title; a wrong id fails the build with a hint. */
export function presetLink(widget: string, id: string): { hash: string; title: string } {
  const presets = files[`../../data/presets/${widget}.json`] ?? []
  const preset = presets.find((each) => each.id === id)
  const hash = hashes[widget]
  if (preset === undefined || hash === undefined) {
    const known = presets.map((each) => each.id).join(', ')
    throw new Error(`No preset "${id}" in src/data/presets/${widget}.json, which has: ${known}.`)
  }
  return { hash: hash(preset), title: preset.title }
}
