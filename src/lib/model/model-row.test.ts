import { expect, test } from 'vitest'
import { parseModelRow } from './model-row.ts'

const row = {
  id: 'gemma-7b',
  name: 'Gemma 7B',
  publisher: 'Google',
  family: 'Gemma',
  aliases: ['google/gemma-7b', 'gemma:7b'],
  license: 'Gemma Terms of Use',
  config: { model_type: 'gemma' },
  published: { parameters: 8537680896, parametersText: '8.54B', source: 'model-totals' },
  difference: null,
  ollama: { tag: 'gemma:7b', sizeText: '5.0 GB' },
  nativeContext: 8192,
  source: { url: 'https://example.org/config.json', revision: null, read: 'The published file.' },
  checked: '2026-11-24',
}

test('a complete row comes back as it stands', () => {
  expect(parseModelRow(row)).toEqual(row)
})

test('a row without Ollama figures has null in their place', () => {
  const { ollama, ...rest } = row
  expect(ollama.tag).toBe('gemma:7b')
  expect(parseModelRow(rest).ollama).toBeNull()
})

test.each([
  ['no object', 'gemma-7b'],
  ['an id with capitals', { ...row, id: 'Gemma-7B' }],
  ['no aliases', { ...row, aliases: [] }],
  ['a config that is no object', { ...row, config: [] }],
  ['a total with a fraction', { ...row, published: { ...row.published, parameters: 8.5 } }],
  [
    'a total printed without a unit',
    { ...row, published: { ...row.published, parametersText: '8' } },
  ],
  ['no source of the total', { ...row, published: { ...row.published, source: '' } }],
  ['an empty difference', { ...row, difference: '' }],
  ['a size of unknown unit', { ...row, ollama: { tag: 'gemma:7b', sizeText: '5 GiB' } }],
  ['no context', { ...row, nativeContext: 0 }],
  ['an address without https', { ...row, source: { ...row.source, url: 'http://example.org' } }],
  ['no word on how it was read', { ...row, source: { ...row.source, read: ' ' } }],
  ['a day in another form', { ...row, checked: '24.11.2026' }],
])('a row with %s is refused', (_, wrong) => {
  expect(() => parseModelRow(wrong)).toThrow(RangeError)
})

test('the refusal names the row, the field, what stands there and what should', () => {
  expect(() => parseModelRow({ ...row, nativeContext: -1 })).toThrow(
    'Model "gemma-7b": nativeContext is -1; expected a whole number above 0',
  )
})
