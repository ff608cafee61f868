import { assemblePrompt } from '../prompt-assembly/assemble-prompt.ts'
import type { AssembledPrompt } from '../prompt-assembly/assembled-prompt.ts'
import { defenceWords } from '../prompt-assembly/defence-changes.ts'
import type { PromptRequest } from '../prompt-assembly/assemble-prompt.ts'
import { DEFENCES } from '../prompt-assembly/prompt-settings.ts'
import type { Defence } from '../prompt-assembly/prompt-settings.ts'

/** The prompt with one defence alone, and with none. */
export interface DefencePrompt {
  /** Null: without any. */
  readonly defence: Defence | null
  readonly name: string
  /** What it changed in this prompt. */
  readonly change: string
  /** What it cannot do. */
  readonly limit: string
  /** Tokens that it adds (or takes out, below 0). */
  readonly addedTokens: number
  /** Whether the instruction still stands in the prompt, word for word but for white space. */
  readonly instructionStands: boolean
  readonly prompt: AssembledPrompt
}

/**
 * The same prompt without any defence and with each alone, so that one sees what each changes and
 * what the instruction of a passage looks like afterwards.
 *
 * @example compareDefences({ passages, question, settings }, 'Ignore all …')[0].defence // null
 */
export function compareDefences(
  request: PromptRequest,
  instruction: string,
): readonly DefencePrompt[] {
  const withDefences = (defences: readonly Defence[]): AssembledPrompt =>
    assemblePrompt({ ...request, settings: { ...request.settings, defences } })
  const bare = withDefences([])
  return [null, ...DEFENCES].map((defence) => {
    const prompt = defence === null ? bare : withDefences([defence])
    return {
      defence,
      name: defence === null ? 'No defence' : defenceWords[defence].name,
      change: prompt.changes[0]?.sentence ?? 'The passages are pasted in as they are.',
      limit: defence === null ? '' : defenceWords[defence].limit,
      addedTokens: prompt.tokens - bare.tokens,
      instructionStands: prompt.placed.some(({ text }) =>
        squeezed(text).includes(squeezed(instruction)),
      ),
      prompt,
    }
  })
}

/** Without white space, and with a JSON string's marks read. */
const squeezed = (text: string): string => text.replace(/\\n/g, '').replace(/[\s\\]/g, '')
