import type { PackedRun } from '../../../lib/sampling-lab/packed-run.ts'
import type { RecordedPrompt } from '../../../lib/sampling-lab/recorded-run.ts'
import { labSchema } from '../../../lib/sampling-lab/lab-state.ts'
import type { Preset } from '../../../lib/state/preset-hash.ts'
import { presetState } from '../../../lib/state/preset-hash.ts'
import { packedRuns } from './page-data.ts'

/** What the lab is made with. */
export interface LabProps {
  readonly run: PackedRun
  readonly prompts: readonly RecordedPrompt[]
  readonly presets: readonly Preset[]
  readonly preset?: Preset | undefined
}

/** What the page carries for its first result: one recorded run, and the names of the others. */
export function labProps(presets: readonly Preset[], preset: Preset | undefined): LabProps {
  const start = presetState({
    schema: labSchema,
    preset: preset ?? { id: 'default', title: '', state: {} },
  })
  const run = packedRuns.find(({ prompt }) => prompt.id === start.run) ?? packedRuns[0]
  if (run === undefined) throw new Error('There is no recorded run in src/data/runs.')
  return { run, prompts: packedRuns.map(({ prompt }) => prompt), presets, preset }
}
