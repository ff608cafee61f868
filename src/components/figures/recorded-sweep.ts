import type { RecordedSweep } from '../../lib/chunking-lab/sweep/recorded-sweep.ts'

const files = Object.values(
  import.meta.glob<RecordedSweep>('../../data/sweeps/*/*.json', {
    eager: true,
    import: 'default',
  }),
)

/** The recorded sweep over a corpus by an embedder; the build stops where there is none. */
export function recordedSweep(model: string, corpus: string): RecordedSweep {
  const found = files.find((file) => file.model === model && file.corpus === corpus)
  if (found === undefined) throw new Error(`There is no recorded sweep of ${corpus} by ${model}.`)
  return found
}
