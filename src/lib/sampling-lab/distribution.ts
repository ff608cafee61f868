import type { Candidates } from '../sampling/candidates.ts'
import type { LabToken } from './lab-token.ts'

/** The model's logits at one place of a text, wherever they come from. */
export interface Distribution {
  readonly kind: 'recorded' | 'live' | 'hand'
  /** What it is of, in words. */
  readonly title: string
  /** All tokens, most probable first. */
  readonly start: Candidates
  /** So many places are known one by one; of those behind only the sum is. */
  readonly known: number
  readonly vocabulary: number
  readonly promptTokens: readonly LabToken[]
  /** What was taken or written after the prompt and led to these logits. */
  readonly written: readonly LabToken[]
  /** Tokens by id, as far as they have been asked for. */
  readonly tokens: ReadonlyMap<number, LabToken>
}
