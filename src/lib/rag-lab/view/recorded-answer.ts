import type { AssembledPrompt } from '../../prompt-assembly/assembled-prompt.ts'
import { textHash } from '../../embedding/text-hash.ts'

/** An answer that was recorded from the model in Chromium. */
export interface RecordedAnswer {
  /** Id of the preset whose prompt it answers. */
  readonly id: string
  readonly model: string
  /** The model's identity, as `ModelFacts.checksum`. */
  readonly modelChecksum: string
  /** `promptHash` of the prompt. */
  readonly prompt: string
  readonly promptTokens: number
  readonly temperature: number
  readonly seed: number
  readonly maxTokens: number
  readonly text: string
  /** False: it was cut at the most tokens. */
  readonly finished: boolean
}

/**
 * A short name for a prompt: two prompts with the same name have the same messages.
 *
 * @example promptHash({ messages: [] }).length // 16
 */
export const promptHash = ({ messages }: Pick<AssembledPrompt, 'messages'>): string =>
  textHash(JSON.stringify(messages.map(({ role, content }) => [role, content])))

/**
 * The answer that was recorded for a prompt, or null.
 *
 * @example findAnswer([], prompt) // null
 */
export const findAnswer = (
  answers: readonly RecordedAnswer[],
  prompt: Pick<AssembledPrompt, 'messages'>,
): RecordedAnswer | null => {
  const hash = promptHash(prompt)
  return answers.find((answer) => answer.prompt === hash) ?? null
}
