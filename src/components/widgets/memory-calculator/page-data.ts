import type { GpuRow, ModelRow } from '../../../lib/calculator/calculator-data.ts'
import { packSpec } from '../../../lib/calculator/pack-spec.ts'
import { parseModelConfig } from '../../../lib/model/parse-model-config.ts'
import { usableBytes } from '../../../lib/calculator/usable-bytes.ts'
import gpuFile from '../../../data/gpus.json'

/** Runs at build only: turns the data files into the rows that the page carries. */
interface ModelFile {
  readonly id: string
  readonly name: string
  readonly publisher: string
  readonly aliases: readonly string[]
  readonly config: unknown
  readonly nativeContext: number | null
}

const files = import.meta.glob<ModelFile>('../../../data/models/*.json', {
  eager: true,
  import: 'default',
})

export const modelRows: readonly ModelRow[] = Object.values(files)
  .map(({ id, name, publisher, aliases, config, nativeContext }) => ({
    id,
    name,
    publisher,
    aliases,
    repository: aliases.find((alias) => /^[\w.-]+\/[\w.-]+$/.test(alias)) ?? null,
    nativeContext,
    spec: packSpec(parseModelConfig(config, { id: name })),
  }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))

export const gpuRows: readonly GpuRow[] = gpuFile.map((row) => ({
  id: row.id,
  name: row.name,
  aliases: row.aliases,
  kind: row.kind,
  memoryBytes: usableBytes(row),
  bandwidthGBps: row.bandwidthGBps,
  memoryClass: row.memoryClass as GpuRow['memoryClass'],
  tflops: row.tflops,
}))

/** The row of an id; the build stops at an id that nobody knows. */
export function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(`The data have no row "${id}".`)
  return row
}
