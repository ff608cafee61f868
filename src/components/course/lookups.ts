import type { Lookups } from '../../lib/exercise/lookups.ts'
import { parseModelConfig } from '../../lib/model/parse-model-config.ts'
import type { ModelSpec } from '../../lib/model/spec.ts'

interface ModelRow {
  readonly id: string
  readonly config: unknown
}

const files = import.meta.glob<ModelRow | readonly ModelRow[]>('../../data/models/*.json', {
  eager: true,
  import: 'default',
})

const rows = new Map(
  Object.values(files)
    .flatMap((data) => data)
    .map((row) => [row.id, row]),
)
const specs = new Map<string, ModelSpec>()

/** The site's data for the registry: a model's id to its ModelSpec, parsed once. */
export const lookups: Lookups = {
  models: (id) => {
    const known = specs.get(id)
    if (known !== undefined) return known
    const row = rows.get(id)
    if (row === undefined) throw new RangeError(`no model "${id}" in src/data/models`)
    const spec = parseModelConfig(row.config, { id })
    specs.set(id, spec)
    return spec
  },
}
