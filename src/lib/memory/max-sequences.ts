import type { ModelSpec } from '../model/spec.ts'
import { largestThatFits } from './largest-that-fits.ts'
import { resolveSetup } from './resolve-setup.ts'
import type { InferenceSetup } from './setup.ts'
import { totalBytes } from './total-bytes.ts'

const MOST_SEQUENCES = 2 ** 20

/**
 * Most sequences of the setup's `tokens` that fit a device at once, exact under all the engine's
 * rules; zero when not even one fits. The setup's own `sequences` play no part.
 *
 * `largest n with total(n) <= device x utilisation`.
 *
 * @throws RangeError as `inferenceMemory`.
 * @example maxSequences(llama2_7b_bf16, { ...setup24GiB, tokens: 2060 }) // 8
 */
export function maxSequences(
  spec: ModelSpec,
  setup: Omit<InferenceSetup, 'sequences'> & { readonly sequences?: number },
): number {
  const { gpuBytes, utilisation } = resolveSetup({ ...setup, sequences: 1 })
  const budget = gpuBytes * utilisation
  return largestThatFits(
    (sequences) => totalBytes(spec, { ...setup, sequences }) <= budget,
    MOST_SEQUENCES,
  )
}
