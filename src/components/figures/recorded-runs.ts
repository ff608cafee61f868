import type { RunFile } from '../../lib/sampling-lab/run-file.ts'

const files = import.meta.glob<RunFile>('../../data/runs/*/*.json', {
  eager: true,
  import: 'default',
})

/** A recorded run of the model in the page; one that is missing stops the build. */
export function recordedRun(id: string, model = 'SmolLM2-135M-Instruct'): RunFile {
  const run = files[`../../data/runs/${model}/${id}.json`]
  if (run !== undefined) return run
  throw new Error(
    `There is no src/data/runs/${model}/${id}.json; scripts/record-runs.mjs makes it.`,
  )
}
