import { chunkTable } from '../../../lib/chunking-lab/chunk-table.ts'
import type { Table } from '../../../lib/export/table.ts'
import type { ChunkingLab } from './chunking-lab.svelte.ts'

/** The table that stands on the sheet now, for taking along. */
export const exportedTable = (lab: ChunkingLab): Table | Promise<Table> =>
  lab.exported?.() ?? chunkTable(lab.text, lab.chunks, lab.title)
