import { expect, test } from 'vitest'
import { knownLanguage, questionsIn } from './known-language.ts'

const recorded = {
  ...{ model: 'm', modelChecksum: 'c', corpora: [], sentences: [], sizes: [32], longTokens: 600 },
  questions: ['a', 'b'].map((question) => ({
    ...{ corpus: 't', question, alone: 1, windows: [0.5], answerFirst: null, answerLast: null },
  })),
  ranked: [
    {
      ...{ corpus: 't', size: 600, chunks: 2 },
      answers: ['a', 'b'].map((question) => ({ question, rank: 1, answerEndsAt: 9 })),
    },
  ],
}

test('a question is in the language of its text unless it names another', () => {
  const text = { language: 'en', questions: [{ id: 'a' }, { id: 'b', language: 'zh' }] }
  expect(questionsIn(text, ['en'])).toEqual(['a'])
  expect(questionsIn(text, ['en', 'zh'])).toEqual(['a', 'b'])
})

test('questions that the model cannot read are left out everywhere', () => {
  const known = knownLanguage(recorded, new Set(['a']))
  expect(known.questions.map(({ question }) => question)).toEqual(['a'])
  expect(known.ranked[0]?.answers.map(({ question }) => question)).toEqual(['a'])
  expect(known.ranked[0]?.chunks).toBe(2)
})
