import { kvBytesPerToken } from '../cache/kv-bytes-per-token.ts'
import { layerGroups } from '../cache/layer-groups.ts'
import type { Working } from '../formula/formula.ts'
import type { ModelSpec } from '../model/spec.ts'
import { largestThatFits } from './largest-that-fits.ts'
import { maxContextFormula } from './max-context.formula.ts'
import { partBands } from './memory-parts.ts'
import { type ResolvedSetup, resolveSetup } from './resolve-setup.ts'
import type { InferenceSetup } from './setup.ts'
import { totalBytes } from './total-bytes.ts'

/** The longest context of each sequence, by what limits it. Tokens. */
export interface MaxContext {
  /** What the memory allows; at most 2^27, for models whose state does not grow. */
  readonly byMemory: number
  /** What the model's file declares; null when it declares nothing. */
  readonly byModel: number | null
  /** The smaller of the two: what one may use. */
  readonly usable: number
  readonly working: readonly Working[]
}

const MOST_TOKENS = 2 ** 27

/**
 * Longest context of each sequence that fits a device, exact under all the engine's rules.
 *
 * `largest n with total(n) <= device x utilisation`, found by halving, since more tokens never need
 * less; zero when nothing fits. The setup's own `tokens` play no part.
 *
 * Source: `gqa-2023` for the closed form that holds without rounding.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example
 * maxContext(llama3_8b_q4, setup12GiB) // { byMemory: 42_799, byModel: 8192, usable: 8192, … }
 */
export function maxContext(
  spec: ModelSpec,
  setup: Omit<InferenceSetup, 'tokens'> & { readonly tokens?: number },
): MaxContext {
  const resolved = resolveSetup({ ...setup, tokens: 0 })
  const budget = resolved.gpuBytes * resolved.utilisation
  const byMemory = largestThatFits(
    (tokens) => totalBytes(spec, { ...setup, tokens }) <= budget,
    MOST_TOKENS,
  )
  const byModel = spec.maxPositions
  const usable = byModel === null ? byMemory : Math.min(byMemory, byModel)
  return { byMemory, byModel, usable, working: contextWorking(spec, resolved, byMemory) }
}

function contextWorking(
  spec: ModelSpec,
  setup: ResolvedSetup,
  byMemory: number,
): readonly Working[] {
  const parts = partBands(spec, setup)
  const fixed = parts.overhead.bytes + parts['second-model'].bytes
  const perToken = kvBytesPerToken(spec, setup.cacheOptions)
  const grows = layerGroups(spec.layers).every(
    ({ attention }) => attention.kind === 'full' || attention.kind === 'mla',
  )
  if (setup.buffersInside && grows && perToken > 0) {
    const values = {
      gpu: setup.gpuBytes,
      utilisation: setup.utilisation,
      weights: parts.weights.bytes,
      overhead: fixed,
      sequences: setup.sequences,
      perToken,
    }
    const result = maxContextFormula.evaluate(values)
    return [{ kind: 'formula', formula: maxContextFormula.id, values, result }]
  }
  return [
    {
      kind: 'trace',
      title: 'Longest context, searched under the rules of the engine',
      certainty: 'exact',
      source: 'gqa-2023',
      steps: [
        { label: 'Budget', value: setup.gpuBytes * setup.utilisation, unit: 'B' },
        { label: 'Weights', value: parts.weights.bytes, unit: 'B' },
        { label: 'Overhead and second model', value: fixed, unit: 'B' },
        { label: 'Cache of one more token, all layers', value: perToken, unit: 'B' },
        { label: 'Longest context that fits', value: byMemory, unit: 'token' },
      ],
    },
  ]
}
