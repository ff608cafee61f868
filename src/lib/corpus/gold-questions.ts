import type { Corpus, GoldQuestion } from './corpus.ts'
import { quoteSpan } from './quote-span.ts'

/**
 * The questions that the document answers, in their order, with the evidence as ranges of its text
 * in the order of the text. Unanswerable questions have no evidence and are left out.
 *
 * @throws RangeError when a quote does not occur exactly once.
 * @example goldQuestions({ …, text: 'It opens at nine.', questions: [{ id: 'q', text: 'When?', quotes: ['nine'], … }] })
 *   // [{ id: 'q', text: 'When?', spans: [{ start: 12, end: 16 }] }]
 */
export function goldQuestions(corpus: Corpus): readonly GoldQuestion[] {
  return corpus.questions
    .filter(({ quotes }) => quotes.length > 0)
    .map(({ id, text, quotes }) => ({
      id,
      text,
      spans: quotes
        .map((quote) => quoteSpan(corpus.text, quote))
        .sort((a, b) => a.start - b.start || a.end - b.end),
    }))
}
