import type { SamplerStep } from '../lib/sampling/step.ts'

/** What a prompt is there to show. */
export type RunKind =
  | 'english'
  | 'chinese'
  | 'bytes'
  | 'code'
  | 'known'
  | 'wrong'
  | 'tie'
  | 'flat'
  | 'peaked'
  | 'instruction'

/** A text that the model wrote, token by token. */
export interface RecordedText {
  readonly title: string
  readonly steps: readonly SamplerStep[]
  readonly seed: number
  /** Token id, text, probability in the distribution drawn from, probability by the model, kept tokens. */
  readonly tokens: readonly (readonly [number, string, number, number, number])[]
  /** True when the model ended the text itself. */
  readonly ended: boolean
}

/**
 * What the model said after one prompt, recorded in Chromium by scripts/record-runs.mjs from the very
 * files that this site serves.
 */
export interface RecordedRun {
  readonly model: string
  /** The model's identity, as `ModelFacts.checksum`. */
  readonly modelChecksum: string
  readonly prompt: {
    readonly id: string
    readonly title: string
    readonly kind: RunKind
    /** What was typed; of an instruction, what the user says. */
    readonly text: string
    /** True when the text went through the model's chat template. */
    readonly chat: boolean
  }
  /** What the model read. */
  readonly tokens: readonly { readonly id: number; readonly text: string }[]
  readonly vocabularySize: number
  /** Token id and logit of the largest logits, largest first. */
  readonly top: readonly (readonly [number, number])[]
  /** ln of the sum of e^logit over all other tokens, so that probabilities are exact. */
  readonly logSumExpOfRest: number
  /** Texts of the top tokens, in their order; what is no whole character shows as U+FFFD. */
  readonly texts: readonly string[]
  /** Bytes in hex, by token id, of all tokens in this file whose text cannot show them. */
  readonly bytes: Readonly<Record<string, string>>
  readonly continuations: readonly RecordedText[]
}
