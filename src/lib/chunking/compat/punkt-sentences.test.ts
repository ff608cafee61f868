import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { punktSentences } from './punkt-sentences.ts'

describe('sentences by Punkt without parameters', () => {
  it('end at ., ? and !', () => {
    expect(punktSentences('Is it? It is! So.')).toEqual(['Is it? ', 'It is! ', 'So.'])
  })

  it('know no abbreviation', () => {
    expect(punktSentences('Dr. Smith came.')).toEqual(['Dr. ', 'Smith came.'])
  })

  it('do not end after an initial or before a lower-case word that follows a number', () => {
    expect(punktSentences('J. Bach. No. 5. and 6. Then')).toEqual([
      'J. Bach. ',
      'No. ',
      '5. and 6. ',
      'Then',
    ])
  })

  it('take the closing quotes and brackets with them', () => {
    expect(punktSentences('(One.) "Two." Three.')).toEqual(['(One.) ', '"Two." ', 'Three.'])
  })

  it('do not end at an ellipsis', () => {
    expect(punktSentences('Wait... What?')).toEqual(['Wait... What?'])
  })

  it('see no end in Chinese', () => {
    expect(punktSentences('第一句。第二句！')).toEqual(['第一句。第二句！'])
  })

  it('make up the text again', () => {
    const parts = fc.constantFrom(
      'a',
      'B. ',
      '. ',
      '?',
      '!',
      '" ',
      ') ',
      '\n',
      ' ',
      '3.1',
      '...',
      '--',
    )
    fc.assert(
      fc.property(fc.array(parts), (list) => {
        const text = list.join('')
        const whole = text.trim() === '' ? '' : text
        expect(punktSentences(text).join('')).toBe(whole)
      }),
    )
  })
})
