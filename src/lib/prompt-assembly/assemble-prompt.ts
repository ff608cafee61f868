import type {
  AssembledPrompt,
  LeftOutPassage,
  PromptPart,
  PromptPassage,
} from './assembled-prompt.ts'
import { defenceChanges } from './defence-changes.ts'
import { movedTo, passageOrder } from './passage-order.ts'
import { promptRules } from './prompt-rules.ts'
import type { PromptSettings } from './prompt-settings.ts'
import { estimatingCounter } from './token-counter.ts'
import type { TokenCounter } from './token-counter.ts'
import { writePassage } from './write-passage.ts'
import type { WrittenPassage } from './write-passage.ts'

export interface PromptRequest {
  /** Best first. */
  readonly passages: readonly PromptPassage[]
  readonly question: string
  readonly settings: PromptSettings
  /** Without it, tokens are estimated. */
  readonly countTokens?: TokenCounter | undefined
  /** A passage that is dragged by hand: its rank among those that are placed, and the new place. */
  readonly drag?: { readonly rank: number; readonly to: number } | null | undefined
}

interface Offered {
  readonly passage: PromptPassage
  readonly rank: number
}

/**
 * Stage 7: writes rules, passages and question as a prompt within a budget of tokens. Passages are
 * taken best first; one that no longer fits is left out whole, and a shorter one behind it may still
 * fit. Rules and question always stand there.
 *
 * Units: tokens, the sum of the parts counted alone; a chat template adds its own marks.
 *
 * @throws RangeError when the budget is no number above 0
 * @example assemblePrompt({ passages, question: 'How hot?', settings }).placed[0].number // 1
 */
export function assemblePrompt(request: PromptRequest): AssembledPrompt {
  const { passages, question, settings, drag, countTokens = estimatingCounter } = request
  const { tokenBudget, order } = settings
  if (!(tokenBudget > 0)) {
    throw new RangeError(`The budget is ${tokenBudget} tokens; it must be a number above 0.`)
  }
  const counted = new Map<string, boolean>()
  const count = (text: string): number => {
    const { tokens, exact } = countTokens(text)
    counted.set(text, exact)
    return tokens
  }
  const rules = promptRules(settings)
  const asked = `Question: ${question}`
  const fixed = count(rules) + count(asked)
  const arranged = (taken: readonly Offered[]): readonly Offered[] => {
    const placed = passageOrder(taken, order)
    const from = placed.findIndex(({ rank }) => rank === drag?.rank)
    return drag && from >= 0 ? movedTo(placed, from, drag.to - 1) : placed
  }
  const write = (taken: readonly Offered[]): readonly (Offered & Written)[] =>
    arranged(taken).map((offered, place) => {
      const written = writePassage(offered.passage, place + 1, settings)
      return { ...offered, ...written, number: place + 1, tokens: count(written.text) }
    })

  let taken: readonly Offered[] = []
  const leftOut: LeftOutPassage[] = []
  for (const [place, passage] of passages.entries()) {
    const wanted = [...taken, { passage, rank: place + 1 }]
    const needed = fixed + sumOf(write(wanted))
    if (needed <= tokenBudget) taken = wanted
    else leftOut.push(leftOutOf(passage, place + 1, needed - tokenBudget, count))
  }
  const written = write(taken)
  const parts: readonly PromptPart[] = [
    { id: 'rules', text: rules, tokens: count(rules) },
    { id: 'passages', text: written.map(({ text }) => text).join('\n\n'), tokens: sumOf(written) },
    { id: 'question', text: asked, tokens: count(asked) },
  ]
  const tokens = fixed + sumOf(written)
  return {
    messages: messagesOf(parts),
    parts,
    placed: written.map(({ passage, number, rank, text, tokens: own, stripped }) => ({
      id: passage.id,
      number,
      rank,
      text,
      tokens: own,
      stripped,
    })),
    leftOut,
    tokens,
    spare: tokenBudget - tokens,
    exact: [...counted.values()].every(Boolean),
    counted: [...counted.keys()],
    changes: defenceChanges(settings, written),
  }
}

interface Written extends WrittenPassage {
  readonly number: number
  readonly tokens: number
}

const sumOf = (parts: readonly { readonly tokens: number }[]): number =>
  parts.reduce((sum, { tokens }) => sum + tokens, 0)

const leftOutOf = (
  { id, prefix, text }: PromptPassage,
  rank: number,
  over: number,
  count: (text: string) => number,
): LeftOutPassage => ({
  id,
  rank,
  tokens: count(prefix + text),
  reason: `With it the prompt would be ${over} tokens over its budget.`,
})

function messagesOf(parts: readonly PromptPart[]): AssembledPrompt['messages'] {
  const [rules, passages, question] = parts
  const content = [passages?.text ?? '', question?.text ?? ''].filter((text) => text !== '')
  return [
    { role: 'system', content: rules?.text ?? '' },
    { role: 'user', content: content.join('\n\n') },
  ]
}
