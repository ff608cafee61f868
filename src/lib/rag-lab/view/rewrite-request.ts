import type { ChatMessage } from '../../prompt-assembly/assembled-prompt.ts'
import type { QueryMode } from '../rag-state.ts'

/** Most tokens that a rewritten question may have, whatever an answer may. */
export const REWRITE_TOKENS = 80

/**
 * What the language model is asked for so that it rewrites a question for the search.
 *
 * Source: `hyde-2022` for the imagined passage.
 *
 * @example rewriteRequest('hyde', 'How hot?')[0].role // 'user'
 */
export function rewriteRequest(mode: QueryMode, question: string): readonly ChatMessage[] {
  const asked: Readonly<Record<QueryMode, string>> = {
    'as-is': 'Repeat the question.',
    rewrite: 'Rewrite the question in other words for a search in a handbook. Write one line.',
    'multi-query':
      'Write three short search queries for the question, one a line, without numbers.',
    hyde: 'Write two sentences of a handbook that would answer the question.',
  }
  return [{ role: 'user', content: `${asked[mode]}\n\nQuestion: ${question}` }]
}

/**
 * What a model wrote, as lines to search with: no numbers, marks and quotation marks around them.
 *
 * @example rewrittenLines('1. "Hot tea"\n- Tea') // 'Hot tea\nTea'
 */
export const rewrittenLines = (written: string): string =>
  written
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:\d+[.)]|[-*•])\s*/, '')
        .replace(/^["“]|["”]$/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
