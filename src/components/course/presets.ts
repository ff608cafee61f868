interface Preset {
  readonly id: string
  readonly title: string
  readonly state: Readonly<Record<string, unknown>>
}

const files = import.meta.glob<readonly Preset[]>('../../data/presets/*.json', {
  eager: true,
  import: 'default',
})

/** The hash that puts a widget into a preset, and its title; a wrong id fails the build. */
export function presetHash(widget: string, id: string): { hash: string; title: string } {
  const presets = files[`../../data/presets/${widget}.json`] ?? []
  const preset = presets.find((each) => each.id === id)
  if (preset === undefined) {
    const known = presets.map((each) => each.id).join(', ')
    throw new Error(`No preset "${id}" in src/data/presets/${widget}.json, which has: ${known}.`)
  }
  const state = Object.entries(preset.state).map(([key, value]) => [
    key.includes('.') ? key : `${widget}.${key}`,
    String(value),
  ])
  return { hash: `#${new URLSearchParams([['v', '1'], ...state])}`, title: preset.title }
}
