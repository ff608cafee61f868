/** A recorded answer of a model to a prompt, as far as figures read it. */
export interface RecordedRun {
  readonly prompt: { readonly id: string; readonly title: string; readonly text: string }
  readonly tokens: readonly { readonly id: number; readonly text: string }[]
  readonly vocabularySize: number
  /** Token ids and logits, the largest first. */
  readonly top: readonly (readonly [id: number, logit: number])[]
  /** The texts of `top`, in the same order. */
  readonly texts: readonly string[]
  /** Logarithm of the sum of e^logit over all tokens that are not in `top`. */
  readonly logSumExpOfRest: number
  readonly continuations: readonly RecordedContinuation[]
}

export interface RecordedContinuation {
  readonly title: string
  readonly seed: number
  /** Token id, text, probability after the sampler, probability by the model, tokens kept. */
  readonly tokens: readonly (readonly [
    id: number,
    text: string,
    probability: number,
    modelProbability: number,
    keptCount: number,
  ])[]
  /** Whether the model ended by itself. */
  readonly ended: boolean
}
