import { findQuotes } from './document/find-quotes.ts'
import type { RagQuestion } from './rag-corpus.ts'

interface OwnQuestion {
  readonly id: string
  readonly question: string
  /** The words of the text that answer it, one quote a line. */
  readonly evidence: string
}

/**
 * A question of the reader's own, with the words that answer it looked for in the parsed text.
 *
 * @example ownQuestion({ id: 'own', question: ' Hot? ', evidence: 'hot' }, 'It is hot.').gold[0].span // { start: 6, end: 9 }
 */
export function ownQuestion({ id, question, evidence }: OwnQuestion, text: string): RagQuestion {
  const quotes = evidence.split('\n').filter((line) => line.trim() !== '')
  return {
    id,
    text: question.trim(),
    answer: '',
    kind: 'own',
    language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
    gold: findQuotes(text, text, quotes),
  }
}

/**
 * Several questions of the reader's own, written one after the other with an empty line between two:
 * the question on the first line, below it the words of the text that answer it.
 *
 * @example ownQuestions('Hot?\nhot\n\nCold?\ncold', 'Hot or cold.').map(({ id }) => id) // ['own-1', 'own-2']
 */
export const ownQuestions = (written: string, text: string): readonly RagQuestion[] =>
  written
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .filter((block) => block.trim() !== '')
    .map((block, place) => {
      const [question = '', ...evidence] = block.trim().split('\n')
      return ownQuestion({ id: `own-${place + 1}`, question, evidence: evidence.join('\n') }, text)
    })
