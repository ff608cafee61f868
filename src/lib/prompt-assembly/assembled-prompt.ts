import type { Defence } from './prompt-settings.ts'

/** A passage that may go into a prompt. */
export interface PromptPassage {
  readonly id: number
  readonly text: string
  /** Title and headings that are written before it; '' for none. */
  readonly prefix: string
}

/** A passage as it stands in the prompt. */
export interface PlacedPassage {
  readonly id: number
  /** The number that it is cited by, from 1, in the order of the prompt. */
  readonly number: number
  /** Its rank among the passages that were offered, from 1. */
  readonly rank: number
  /** What is written, its marks included. */
  readonly text: string
  readonly tokens: number
  /** Sentences that a defence took out. */
  readonly stripped: readonly string[]
}

/** A passage that did not fit. */
export interface LeftOutPassage {
  readonly id: number
  readonly rank: number
  readonly tokens: number
  /** One sentence. */
  readonly reason: string
}

/** One named part of the prompt, in the order in which it is written. */
export interface PromptPart {
  readonly id: 'rules' | 'passages' | 'question'
  readonly text: string
  readonly tokens: number
}

export interface ChatMessage {
  readonly role: 'system' | 'user'
  readonly content: string
}

/** A prompt, what went into it and what each part costs. */
export interface AssembledPrompt {
  /** For a chat template: the rules as system, the passages and the question as user. */
  readonly messages: readonly ChatMessage[]
  readonly parts: readonly PromptPart[]
  /** In the order of the prompt. */
  readonly placed: readonly PlacedPassage[]
  readonly leftOut: readonly LeftOutPassage[]
  /** Sum of the parts. The marks of a chat template come on top. */
  readonly tokens: number
  /** Tokens of the budget that are left; below 0 when rules and question alone exceed it. */
  readonly spare: number
  /** False when a count was estimated. */
  readonly exact: boolean
  /** Every text that was counted: give these to a tokenizer to have exact counts. */
  readonly counted: readonly string[]
  /** What each chosen defence changed here, one sentence each. */
  readonly changes: readonly { readonly defence: Defence; readonly sentence: string }[]
}
