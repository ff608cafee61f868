import { expect, test } from 'vitest'
import { readCorpora } from '../../../scripts/lib/read-corpora.mjs'
import { goldQuestions } from '../../lib/corpus/gold-questions.ts'
import { corpora, corpus, corpusList } from './corpora.ts'

test('the pages and the scripts read the same corpora', () => {
  expect(corpora).toEqual(readCorpora())
})

test('the list tells what there is without the texts', () => {
  expect(corpusList.map(({ id }) => id)).toEqual(corpora.map(({ id }) => id))
  expect(JSON.stringify(corpusList).length).toBeLessThan(400 * corpora.length)
})

test('a corpus that nobody knows stops the build', () => {
  expect(() => corpus('nowhere')).toThrow('There is no src/data/corpora/nowhere.')
})

test.each(corpora)('$id: every question but the unanswerable ones has evidence', (each) => {
  expect(goldQuestions(each)).toHaveLength(
    each.questions.filter(({ kind }) => kind !== 'unanswerable').length,
  )
})
