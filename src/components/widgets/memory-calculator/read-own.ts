import type { ModelRow } from '../../../lib/memory-calculator/calculator-data.ts'
import type { CalculatorState } from '../../../lib/memory-calculator/calculator-state.ts'
import { foreignText } from '../../../lib/memory-calculator/foreign-text.ts'
import { ollamaChange } from '../../../lib/memory-calculator/ollama-change.ts'
import { ownGguf } from '../../../lib/memory-calculator/own-gguf.ts'
import type { PastedMeaning } from '../../../lib/memory-calculator/pasted-change.ts'
import { readOwnModel } from '../../../lib/memory-calculator/own-model.ts'
import type { OwnModel } from '../../../lib/memory-calculator/own-model.ts'
import type { Table } from '../../../lib/export/table.ts'
import { formatParameters } from '../../../lib/format/format-parameters.ts'
import { GgufError } from '../../../lib/gguf/gguf-error.ts'
import { readGgufHeader } from '../../../lib/gguf/read-gguf-header.ts'
import { countParameters } from '../../../lib/model/count-parameters.ts'
import type { ByteBase } from '../../../lib/units/units.ts'
import type { RowsList } from './rows-list.svelte.ts'

/** What came of a text or a file: the change it stands for, or one sentence. */
export type ReadModel =
  | { readonly problem: string }
  | {
      readonly own: OwnModel | null
      readonly change: Partial<CalculatorState>
      readonly says: string
      readonly warnings: readonly string[]
      readonly tables: readonly Table[]
      readonly others?: readonly PastedMeaning[]
    }

/** A config.json is a few kB; anything far larger is another file. */
const LONGEST_CONFIG = 1_000_000

/** Reads a pasted config.json, or the text of `ollama show`. */
export async function readModelText(text: string, models: RowsList<ModelRow>): Promise<ReadModel> {
  if (text.trimStart().startsWith('{')) return fromConfig(text)
  const problem = foreignText(text)
  if (problem !== null) return { problem }
  await models.load()
  if (models.status === 'failed') return { problem: 'The list of models could not be loaded.' }
  const found = ollamaChange(text, models.rows)
  return 'problem' in found ? found : { ...found, own: null, warnings: [], tables: [] }
}

/** Reads a file: a config.json whole, of a GGUF file the header alone. */
export async function readModelFile(file: File, base: ByteBase): Promise<ReadModel> {
  try {
    const start = await file.slice(0, 4).text()
    if (start.startsWith('GGUF') || /\.gguf$/i.test(file.name)) return await fromGguf(file, base)
    if (file.size > LONGEST_CONFIG) {
      return { problem: `${file.name} is neither a config.json nor a .gguf file.` }
    }
    return fromConfig(await file.text())
  } catch (error) {
    if (error instanceof GgufError) return { problem: error.message }
    return { problem: `${file.name} could not be read.` }
  }
}

async function fromGguf(file: File, base: ByteBase): Promise<ReadModel> {
  const read = async (start: number, end: number) =>
    new Uint8Array(await file.slice(start, end).arrayBuffer())
  const header = await readGgufHeader({ size: file.size, read })
  const { types, tensors, ...found } = ownGguf(header, { name: file.name, base })
  return { ...found, tables: [types, tensors] }
}

function fromConfig(text: string): ReadModel {
  const own = readOwnModel(text)
  if ('problem' in own) return own
  const { spec, name } = own.model
  return {
    own,
    change: { config: own.text, fileBytes: null },
    says: `Read ${name}: ${spec.family}, ${spec.layers.length} layers, ${formatParameters(countParameters(spec).total)} parameters.`,
    warnings: spec.warnings,
    tables: [],
  }
}
