import { describe, expect, test } from 'vitest'
import { readCorpora, readInjections } from '../../../scripts/lib/read-corpora.mjs'
import type { CorpusQuestion, QuestionKind } from '../../lib/corpus/corpus.ts'
import { goldQuestions } from '../../lib/corpus/gold-questions.ts'
import { quoteSpan } from '../../lib/corpus/quote-span.ts'
import { corpora, corpus, corpusList, injections } from './corpora.ts'

const ownLanguage = (question: CorpusQuestion, language: string) =>
  (question.language ?? language) === language

/** Words that carry meaning: English ones of four letters or more, cut to their first five; Chinese ones of two characters or more. */
const contentWords = (text: string, language: string): Set<string> => {
  const common = new Set(
    'that this with from have what when where which their they there been must only more than into does'.split(
      ' ',
    ),
  )
  const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase())
  return new Set(
    language === 'zh'
      ? words.filter((word) => word.length > 1 && !['可以', '什么', '应当'].includes(word))
      : words
          .filter((word) => word.length > 3 && !common.has(word))
          .map((word) => word.slice(0, 5)),
  )
}

test('the pages and the scripts read the same corpora and passages', () => {
  expect(corpora).toEqual(readCorpora())
  expect(injections).toEqual(readInjections())
})

test('the list tells what there is without the texts', () => {
  expect(corpusList.map(({ id }) => id)).toEqual(corpora.map(({ id }) => id))
  expect(JSON.stringify(corpusList).length).toBeLessThan(500 * corpora.length)
})

test('a corpus that nobody knows stops the build', () => {
  expect(() => corpus('nowhere')).toThrow('There is no src/data/corpora/nowhere.')
})

test('there are at least 60 questions that have an answer and six that have none, in two languages', () => {
  const all = corpora.flatMap(({ questions }) => questions)
  const unanswerable = all.filter(({ kind }) => kind === 'unanswerable')
  expect(all.length - unanswerable.length).toBeGreaterThanOrEqual(60)
  expect(unanswerable.length).toBeGreaterThanOrEqual(6)
  expect(new Set(corpora.map(({ language }) => language))).toEqual(new Set(['en', 'zh']))
  expect(new Set(all.map(({ id }) => id)).size, 'an id is used in one corpus only').toBe(all.length)
})

test('four questions in the other language are asked of a document of each language', () => {
  for (const language of ['en', 'zh'])
    expect(
      corpora
        .filter((each) => each.language === language)
        .flatMap((each) => each.questions.filter((question) => !ownLanguage(question, language))),
    ).toHaveLength(4)
})

describe.each(corpora)('$id', ({ id, text, language, licence, questions }) => {
  const ofKind = (kind: QuestionKind) =>
    questions.filter((question) => question.kind === kind && ownLanguage(question, language))

  test('is a whole Markdown document with line feeds and a licence', () => {
    expect(text).toMatch(/^# .+\n\n/)
    expect(text).toMatch(/[^\n]\n$/)
    expect(text).not.toMatch(/\r|\t| \n|\n\n\n|\ufeff/)
    expect(text).toBe(text.normalize('NFC'))
    expect(licence).toBe('CC BY 4.0')
  })

  test('has at least 14 questions, three or more of each kind', () => {
    expect(questions.length).toBeGreaterThanOrEqual(14)
    for (const kind of ['fact', 'paraphrase', 'two-places', 'negation'] as const)
      expect(ofKind(kind).length, kind).toBeGreaterThanOrEqual(3)
  })

  test('gives every question but the unanswerable ones its evidence', () => {
    expect(goldQuestions(corpus(id)).map((question) => question.id)).toEqual(
      questions.filter(({ kind }) => kind !== 'unanswerable').map((question) => question.id),
    )
  })

  test('quotes whole words, without white space at the ends', () => {
    const startsOf = new Set(
      [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].map(
        ({ index }) => index,
      ),
    ).add(text.length)
    for (const question of questions)
      for (const quote of question.quotes) {
        const { start, end } = quoteSpan(text, quote)
        expect(quote, question.id).toBe(quote.trim())
        expect(startsOf.has(start) && startsOf.has(end), `${question.id}: ${quote}`).toBe(true)
      }
  })

  test('has quotes that are the same or apart, never half on each other', () => {
    const spans = goldQuestions(corpus(id)).flatMap((question) => question.spans)
    for (const a of spans)
      for (const b of spans) {
        const same = a.start === b.start && a.end === b.end
        expect(same || a.end <= b.start || b.end <= a.start, text.slice(a.start, a.end)).toBe(true)
      }
  })

  test('asks of two places with two quotes or more, each in a paragraph of its own', () => {
    for (const { id: name, quotes } of ofKind('two-places')) {
      expect(quotes.length, name).toBeGreaterThanOrEqual(2)
      const [first, second] = quotes
        .map((quote) => quoteSpan(text, quote))
        .map(({ start }) => start)
      expect(
        text.slice(Math.min(first ?? 0, second ?? 0), Math.max(first ?? 0, second ?? 0)),
        name,
      ).toContain('\n')
    }
  })

  test('shares no word between a paraphrase and its evidence', () => {
    for (const question of ofKind('paraphrase')) {
      const asked = contentWords(question.text, language)
      const said = contentWords(question.quotes.join(' '), language)
      expect([...asked.intersection(said)], question.id).toEqual([])
    }
  })

  test('asks of exact codes that stand in the question or the answer and in the document', () => {
    for (const { id: name, text: asked, answer, quotes } of questions.filter(
      ({ kind }) => kind === 'exact-code',
    )) {
      const codes =
        `${asked} ${answer}`.match(/\b[A-Z]{1,2}-?\d[\dA-Zb-]*|\d{4}-\d\d|\d+:\d\d/g) ?? []
      expect(
        codes.some((code) => quotes.join(' ').includes(code)),
        name,
      ).toBe(true)
    }
  })

  test('has evidence with a negation or an exception where the kind says so', () => {
    for (const { id: name, quotes } of questions.filter(({ kind }) => kind === 'negation'))
      expect(quotes.join(' ').toLowerCase(), name).toMatch(
        /\b(not|no|nor|never|cannot|without|only|nothing|forbidden|closed)\b|不|除外/,
      )
  })

  test('has no evidence for an unanswerable question', () => {
    for (const question of questions)
      expect(question.quotes.length === 0).toBe(question.kind === 'unanswerable')
  })
})

describe.each(injections)('the passage "$id"', (injection) => {
  test('stands among the passages of a corpus, next to a question that the corpus answers', () => {
    const gold = corpus(injection.corpus).questions.find(({ id }) => id === injection.goldQuestion)
    expect(gold?.quotes.length).toBeGreaterThan(0)
    expect(corpus(injection.corpus).text).not.toContain(injection.instruction)
  })

  test('shows in the output when it was obeyed, by words that the document does not hold', () => {
    expect(injection.instruction).toContain(injection.sign)
    expect(corpus(injection.corpus).text).not.toContain(injection.sign)
    expect(injection.answer).not.toContain(injection.sign)
  })
})
