import { expect, it } from 'vitest'
import { wordTokens } from './word-tokens.ts'

it('gives English words in lower case, without marks', () => {
  expect(wordTokens("The lid doesn't close.", 'en')).toEqual(['the', 'lid', "doesn't", 'close'])
})

it('keeps a part number whole and in its parts', () => {
  const tokens = wordTokens('Order the XR-2200/B.', 'en')
  expect(tokens).toEqual(['order', 'the', 'xr', '2200', 'b', 'xr-2200/b'])
})

it('gives words of a hyphen their parts only, and a number with a point once', () => {
  expect(wordTokens('a well-kept lid', 'en')).toEqual(['a', 'well', 'kept', 'lid'])
  expect(wordTokens('3.14', 'en')).toEqual(['3.14'])
})

it('cuts Chinese into words, and finds a part number between them', () => {
  expect(wordTokens('大语言模型', 'zh')).toEqual(['大', '语言', '模型'])
  expect(wordTokens('型号XR-2200/B的价格', 'zh')).toContain('xr-2200/b')
})

it('takes full-width letters and digits for plain ones', () => {
  expect(wordTokens('ＸＲ－２２００', 'zh')).toContain('xr-2200')
})

it('gives nothing for no text and for marks alone', () => {
  expect(wordTokens('', 'en')).toEqual([])
  expect(wordTokens('?! …', 'en')).toEqual([])
})
