import { expect, it } from 'vitest'
import { ownQuestions } from './own-questions.ts'

const text = 'The pot is blue. The cup is red.\n茶是绿的。'

it('parts questions at empty lines and finds the words that answer them', () => {
  const written =
    '\n Which colour has the pot?\nis blue\n \n\nAnd the cup?\nis red\nis green\n\n茶呢？\n'
  const found = ownQuestions(written, text)
  expect(found.map(({ id, text: asked }) => [id, asked])).toEqual([
    ['own-1', 'Which colour has the pot?'],
    ['own-2', 'And the cup?'],
    ['own-3', '茶呢？'],
  ])
  expect(found.map(({ language }) => language)).toEqual(['en', 'en', 'zh'])
  expect(found.map(({ gold }) => gold.map(({ span }) => span))).toEqual([
    [{ start: 8, end: 15 }],
    [{ start: 25, end: 31 }, null],
    [],
  ])
})

it('finds no question in nothing', () => {
  for (const written of ['', ' \n\n \n']) expect(ownQuestions(written, text)).toEqual([])
})
