import { chainSteps } from '../../../lib/sampling-lab/chain-steps.ts'
import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import { engineRules } from '../../../lib/sampling-lab/engine-chain.ts'
import type { LabState } from '../../../lib/sampling-lab/lab-state.ts'
import type { LabToken } from '../../../lib/sampling-lab/lab-token.ts'
import type { DrawPlace } from '../../../lib/sampling-lab/pick-token.ts'
import type { GenerationStep, LanguageModel } from '../../../worker/client.ts'

/** What is to be written: after which tokens, by which chain, from where in the seed's series. */
export interface Writing {
  readonly from: Distribution
  readonly state: LabState
  readonly place: DrawPlace
  readonly onToken: (token: LabToken, step: GenerationStep) => void
}

/** What came: all tokens but the end mark, and how it stopped. */
export interface WrittenTokens {
  readonly tokens: readonly LabToken[]
  /** The model came to an end by itself. */
  readonly ended: boolean
  /** What went wrong, or null; a stop by the reader is not wrong. */
  readonly fault: unknown
}

/** Lets the model write; the chain runs in its worker. What came before a fault is kept. */
export async function writeTokens(
  model: LanguageModel,
  { from, state, place, onToken }: Writing,
  signal: AbortSignal,
): Promise<WrittenTokens> {
  const tokens: LabToken[] = []
  let ended = false
  const hear = (step: GenerationStep) => {
    ended = model.endTokenIds.includes(step.token.id)
    if (ended) return
    tokens.push(step.token)
    onToken(step.token, step)
  }
  const request = {
    ids: [...from.promptTokens, ...from.written].map(({ id }) => id),
    promptLength: from.promptTokens.length,
    steps: chainSteps(state),
    rules: engineRules(state.engine),
    ...place,
    maxTokens: state.maxTokens,
    stopTokenIds: model.endTokenIds,
  }
  try {
    await model.generate(request, { signal, onToken: hear })
    return { tokens, ended, fault: null }
  } catch (error) {
    return { tokens, ended, fault: signal.aborted ? null : error }
  }
}
