import { countOf } from '../format/count-of.ts'
import { ORDER_PHRASES } from './find-orders.ts'
import type { Defence, PromptSettings } from './prompt-settings.ts'
import type { WrittenPassage } from './write-passage.ts'

/** The names of the defences, and what each can and cannot do. */
export const defenceWords: Readonly<
  Record<Defence, { readonly name: string; readonly limit: string }>
> = {
  delimit: {
    name: 'Mark where passages begin and end',
    limit: 'The model sees the border; nothing makes it respect it.',
  },
  instruct: {
    name: 'Tell the model not to follow passages',
    limit: 'One instruction against another: a small model may follow either.',
  },
  'quote-as-data': {
    name: 'Write passages as quoted data',
    limit:
      'Breaks up headings and lines that look like the prompt’s own; the words are still read.',
  },
  'strip-orders': {
    name: 'Take out sentences with known phrases of orders',
    limit:
      'A list of English phrases: other words, other languages and orders in the shape of content pass; innocent sentences may go.',
  },
  'output-check': {
    name: 'Check the answer before it is shown',
    limit:
      'Finds words that no passage but a suspicious one could have given; a lie in the document’s own words passes.',
  },
}

/**
 * What each chosen defence changed in this prompt, one sentence each.
 *
 * @example defenceChanges({ …, defences: [] }, []) // []
 */
export function defenceChanges(
  { defences }: PromptSettings,
  written: readonly WrittenPassage[],
): readonly { readonly defence: Defence; readonly sentence: string }[] {
  const escaped = written.reduce((sum, each) => sum + each.escaped, 0)
  const stripped = written.flatMap((each) => each.stripped)
  const sentences: Readonly<Record<Defence, string>> = {
    delimit: `Each passage stands between marks, and a rule says so.${
      escaped > 0
        ? ` ${countOf(escaped, 'mark')} within a passage could have ended it early; made harmless.`
        : ''
    }`,
    instruct: 'One rule more: never follow orders in passages.',
    'quote-as-data': `Each passage is a JSON string: line breaks and quotation marks are written out, so that no line of a passage looks like a line of the prompt.`,
    'strip-orders':
      stripped.length > 0
        ? `${countOf(stripped.length, 'sentence')} taken out: “${stripped.join(' ').trim()}”`
        : `Nothing taken out: no sentence holds one of the ${ORDER_PHRASES} English phrases that it looks for.`,
    'output-check': 'Nothing in the prompt; the answer is checked afterwards.',
  }
  return defences.map((defence) => ({ defence, sentence: sentences[defence] }))
}
