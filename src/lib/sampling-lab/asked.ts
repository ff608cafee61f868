import type { LabState } from './lab-state.ts'
import type { RecordedPrompt } from './recorded-run.ts'

/** What the live model is to read. */
export interface Asked {
  readonly text: string
  readonly chat: boolean
  readonly written: readonly number[]
}

/**
 * What a state asks of the live model: the reader's own prompt, or the recorded one where there is
 * none, and what was written after it.
 *
 * @example askedOf({ ...state, prompt: '2 + 2 =' }, undefined).text // '2 + 2 ='
 */
export function askedOf(state: LabState, recorded: RecordedPrompt | undefined): Asked {
  const { prompt, chat, written } = state
  return prompt === ''
    ? { text: recorded?.text ?? '', chat: recorded?.chat === true, written }
    : { text: prompt, chat, written }
}
