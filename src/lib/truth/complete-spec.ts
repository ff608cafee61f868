import type { ModelSpec } from '../model/spec.ts'
import { specFromTruthConfig } from './spec-from-truth-config.ts'
import type { TruthSpec } from './spec-from-truth-config.ts'

/**
 * The model of a row whose number needs its sizes.
 *
 * `except` names sizes that the number does not depend on; those that the model has no use for (a
 * width of dense layers where all layers hold experts) are not asked for either.
 * `arch` among them lets architectures through that no family answers to.
 * Errors: RangeError naming the sizes that the row leaves out, or an unknown architecture.
 */
export function completeSpec(
  config: Readonly<Record<string, unknown>>,
  except: readonly string[] = [],
): TruthSpec {
  const spec = specFromTruthConfig(config)
  if (spec.unknown !== null && !except.includes('arch')) {
    throw new RangeError(`the library does not know the architecture "${spec.unknown}"`)
  }
  const missing = spec.missing.filter((field) => !except.includes(field) && isUsed(spec, field))
  if (missing.length > 0) throw new RangeError(`the row leaves out ${missing.join(', ')}`)
  return spec
}

function isUsed({ layers }: ModelSpec, field: string): boolean {
  if (field === 'intermediate_size') return layers.some(({ mlp }) => mlp.kind === 'dense')
  if (field === 'num_attention_heads') return layers.some(({ attention }) => 'heads' in attention)
  return true
}
