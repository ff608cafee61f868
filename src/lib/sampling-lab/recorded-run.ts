import type { LabToken } from './lab-token.ts'

/** What a recorded run says of its prompt. */
export interface RecordedPrompt {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly kind: string
  /** The text is a message to the assistant; the tokens hold the template around it. */
  readonly chat?: boolean
}

/**
 * The logits that a real model gave after a prompt: the largest one by one, the others as one sum.
 */
export interface RecordedRun {
  readonly model: string
  readonly modelChecksum: string
  readonly prompt: RecordedPrompt
  /** The prompt as the model reads it. */
  readonly tokens: readonly LabToken[]
  /** The most probable tokens, largest logit first. */
  readonly top: readonly { readonly token: LabToken; readonly logit: number }[]
  /** ln of the sum of e^logit over all tokens that are not in `top`. */
  readonly logSumExpOfRest: number
  readonly vocabularySize: number
  /** Texts that the model went on with, where they were recorded. */
  readonly continuations: readonly RecordedText[]
}

/** A continuation that was recorded, with what made it. */
export interface RecordedText {
  readonly title: string
  readonly seed: number
  readonly tokens: readonly LabToken[]
  /** The model came to an end by itself. */
  readonly ended: boolean
  /** What the model alone gave each token when it was drawn, the end included. */
  readonly modelProbabilities: readonly number[]
}
