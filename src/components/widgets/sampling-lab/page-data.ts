import { packRun } from '../../../lib/sampling-lab/packed-run.ts'
import type { PackedRun } from '../../../lib/sampling-lab/packed-run.ts'
import { readRun } from '../../../lib/sampling-lab/read-run.ts'

/** Runs at build only: the recorded runs of all models, as the page carries them. */
const files = import.meta.glob<unknown>('../../../data/runs/*/*.json', {
  eager: true,
  import: 'default',
})

export const packedRuns: readonly PackedRun[] = Object.entries(files).map(([path, data]) =>
  packRun(readRun(data, path)),
)
