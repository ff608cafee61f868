import type { SamplerStep } from '../sampling/step.ts'
import type { LabToken } from './lab-token.ts'
import type { RecordedPrompt } from './recorded-run.ts'

/** A recorded run as `scripts/record-runs.mjs` writes it and `src/data/runs` holds it. */
export interface RunFile {
  readonly model: string
  readonly modelChecksum: string
  readonly prompt: RecordedPrompt
  readonly tokens: readonly LabToken[]
  readonly vocabularySize: number
  /** Token ids and logits, the largest first. */
  readonly top: readonly (readonly [id: number, logit: number])[]
  /** ln of the sum of e^logit over all tokens that are not in `top`. */
  readonly logSumExpOfRest: number
  /** Texts of the top tokens, in their order. */
  readonly texts: readonly string[]
  /** Bytes in hexadecimal of tokens that are no whole characters, by id. */
  readonly bytes?: Readonly<Record<string, string>>
  readonly continuations: readonly RunFileText[]
}

/** A text that the model went on with, and how it was drawn. */
export interface RunFileText {
  readonly title: string
  readonly steps: readonly SamplerStep[]
  readonly seed: number
  readonly tokens: readonly (readonly [
    id: number,
    text: string,
    /** In the distribution that it was drawn from. */
    probability: number,
    modelProbability: number,
    keptCount: number,
  ])[]
  /** The model came to an end by itself. */
  readonly ended: boolean
}
