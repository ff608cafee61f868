import type { GpuRow, ModelRow } from '../../../lib/memory-calculator/calculator-data.ts'
import { packSpec } from '../../../lib/memory-calculator/pack-spec.ts'
import { parseModelConfig } from '../../../lib/model/parse-model-config.ts'
import { parseGpuRow } from '../../../lib/hardware/parse-gpu-row.ts'
import { parseModelRow } from '../../../lib/model/model-row.ts'
import gpuFile from '../../../data/gpus.json'

/** Runs at build only: checks the data files and turns them into the rows that the page carries. */
const files = import.meta.glob<unknown>('../../../data/models/*.json', {
  eager: true,
  import: 'default',
})

export const modelRows: readonly ModelRow[] = Object.values(files)
  .map((file) => parseModelRow(file))
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

export const gpuRows: readonly GpuRow[] = gpuFile
  .map((row) => parseGpuRow(row))
  .map(({ id, name, aliases, kind, usableBytes, bandwidthGBps, memoryClass, tflops }) => ({
    id,
    name,
    aliases,
    kind,
    memoryBytes: usableBytes,
    bandwidthGBps,
    memoryClass,
    tflops,
  }))

/** The row of an id; the build stops at an id that nobody knows. */
export function rowOf<Row extends { readonly id: string }>(rows: readonly Row[], id: string): Row {
  const row = rows.find((each) => each.id === id)
  if (row === undefined) throw new Error(`The data have no row "${id}".`)
  return row
}
