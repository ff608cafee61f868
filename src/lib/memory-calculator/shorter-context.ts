import { formatTokens } from '../format/format-tokens.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import { largestThatFits } from '../memory/largest-that-fits.ts'
import type { InferenceSetup } from '../memory/setup.ts'
import type { Ailing, Remedy } from './remedy.ts'

/** Shorter contexts than this are no help to anybody. */
const LEAST_TOKENS = 256

/**
 * The longest context below the present one with which a setup fits, with its button: never longer
 * than the model was made for, and ending at "fits" rather than "tight" where that leaves anything.
 * With RAG it is the number of chunks that is cut. Null when nothing of use is left.
 *
 * @example shorterContext(ailing, ailing.calculation.setup)?.label //=> 'shorten the context to 12,032 tokens'
 */
export function shorterContext(
  { state, calculation }: Pick<Ailing, 'state' | 'calculation'>,
  setup: InferenceSetup,
): (Remedy & { readonly tokens: number }) | null {
  const { spec, nativeTokens } = calculation
  const most = Math.min(calculation.setup.tokens - 1, nativeTokens ?? Infinity)
  const memory = (tokens: number) => inferenceMemory(spec, { ...setup, tokens })
  const safe = largestThatFits((tokens) => memory(tokens).verdict === 'fits', most)
  const found = safe >= LEAST_TOKENS ? safe : largestThatFits((n) => memory(n).spare >= 0, most)
  const step = found >= 4096 ? 1024 : 256
  const tokens = found === nativeTokens ? found : Math.floor(found / step) * step
  if (tokens < LEAST_TOKENS) return null
  const { chunks, chunkTokens, promptTokens, answerTokens } = state
  const fewer = Math.floor((tokens - promptTokens - answerTokens) / Math.max(1, chunkTokens))
  if (state.rag && fewer >= 1) {
    const label = `retrieve ${fewer} chunks instead of ${chunks}`
    return { tokens, label, change: { chunks: fewer } }
  }
  const label = `shorten the context to ${formatTokens(tokens)}`
  return { tokens, label, change: { tokens, rag: false } }
}
