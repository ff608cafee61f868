import { seededRandom } from '../../lib/sampling/seeded-random.ts'
import type { GenerationRequest, GenerationStep, Token } from '../protocol.ts'
import { pickToken } from './pick-token.ts'

/** What is needed of a decoder: logits after ids, the known part not computed again. */
export interface LogitsSource {
  nextLogits(ids: readonly number[], signal: AbortSignal): Promise<Float32Array>
}

export interface GenerateOptions {
  readonly request: GenerationRequest
  readonly signal: AbortSignal
  readonly onStep: (step: GenerationStep) => void
  readonly decoder: LogitsSource
  readonly tokenOf: (id: number) => Token
  readonly contextLength: number
}

/** Writes token after token until enough are there, one of the ends comes, or the window is full. */
export const generate = async (options: GenerateOptions): Promise<readonly GenerationStep[]> => {
  const { request, signal, onStep, decoder, tokenOf, contextLength } = options
  const { steps, rules, seed, maxTokens, stopTokenIds } = request
  const random = seededRandom(seed)
  for (let taken = 0; taken < (request.skip ?? 0); taken++) random()
  const ids = [...request.ids]
  const promptLength = request.promptLength ?? ids.length
  const written: GenerationStep[] = []
  do {
    const logits = await decoder.nextLogits(ids, signal)
    const context = {
      promptTokenIds: ids.slice(0, promptLength),
      outputTokenIds: ids.slice(promptLength),
      ...(rules === undefined ? {} : { rules }),
    }
    const { id, ...rest } = pickToken({ logits, steps, context, random })
    const step = { token: tokenOf(id), ...rest }
    written.push(step)
    onStep(step)
    if (stopTokenIds.includes(id)) break
    ids.push(id)
  } while (written.length < maxTokens && ids.length <= contextLength)
  return written
}
