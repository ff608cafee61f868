import { calculatorSchema } from '../../lib/memory-calculator/calculator-state.ts'
import { words } from '../../lib/memory-calculator/words.ts'
import { chunkingSchema } from '../../lib/chunking-lab/lab-state.ts'
import { words as chunking } from '../../lib/chunking-lab/words.ts'
import { ragSchema } from '../../lib/rag-lab/rag-state.ts'
import { pipelineWords as rag } from '../../lib/rag-lab/pipeline-words.ts'
import { labSchema } from '../../lib/sampling-lab/lab-state.ts'
import { words as sampling } from '../../lib/sampling-lab/words.ts'
import type { Schema } from '../../lib/state/field.ts'
import { presetHash } from '../../lib/state/preset-hash.ts'
import type { Preset } from '../../lib/state/preset-hash.ts'

/**
 * Every widget of the course: its id, its name for people, the chapter that it belongs to, and the
 * schema by which links to its presets are made. A new one gets a line here and a line in
 * Widget.astro, which names its component.
 */
export const widgets = [
  widget({
    id: 'memory-calculator',
    name: words.name,
    chapter: 'inference-memory',
    schema: calculatorSchema,
  }),
  widget({
    id: 'chunking-lab',
    name: chunking.name,
    chapter: 'chunking',
    schema: chunkingSchema,
  }),
  widget({ id: 'rag-lab', name: rag.name, chapter: 'rag', schema: ragSchema }),
  widget({ id: 'sampling-lab', name: sampling.name, chapter: 'sampling', schema: labSchema }),
] as const

export type WidgetId = (typeof widgets)[number]['id']

function widget<const Id extends string, State extends object>(row: {
  readonly id: Id
  readonly name: string
  readonly chapter: string
  readonly schema: Schema<State>
}) {
  const { id, name, chapter, schema } = row
  return {
    id,
    name,
    chapter,
    /** The hash that puts the widget into a state, every value written. */
    hashOf: (preset: Preset): string => presetHash({ widget: id, schema, preset }),
  }
}
