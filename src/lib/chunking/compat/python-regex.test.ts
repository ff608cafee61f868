import { describe, expect, it } from 'vitest'
import { pythonFindAll } from './python-find-all.ts'
import { pythonRegex } from './python-regex.ts'
import { pythonSeparator } from './python-split.ts'

const split = (raw: string, text: string, keep: boolean | 'end' = false) =>
  pythonSeparator(raw, true).split(text, keep)

describe('regular expressions of Python', () => {
  it('cut at white space of Unicode, and not at U+FEFF', () => {
    expect(split(String.raw`\s+`, 'a\x85b\x1cc\uFEFFd')).toEqual(['a', 'b', 'c\uFEFFd'])
  })

  it('keep separators at the start or the end', () => {
    expect(split(String.raw`[.!?]`, 'A.B!C', true)).toEqual(['A', '.B', '!C'])
    expect(split(String.raw`[.!?]`, 'A.B!C', 'end')).toEqual(['A.', 'B!', 'C'])
  })

  it('cut where nothing is matched', () => {
    expect(split(String.raw`(?=\n#)`, 'a\n# b\n# c')).toEqual(['a', '\n# b', '\n# c'])
    expect(split(String.raw`(?<=[.])\s`, 'A. B')).toEqual(['A.', 'B'])
  })

  it('match $ at the end and before a last newline, never inside an emoji', () => {
    expect(pythonFindAll(String.raw`.$`)('a\nb\n')).toEqual(['b'])
    expect(split('$', 'a😀b😀')).toEqual(['a😀b😀'])
  })

  it('know inline flags, comments and named groups', () => {
    expect(pythonFindAll('(?i)THE')('the The')).toEqual(['the', 'The'])
    expect(pythonFindAll('(?i:t)HE')('tHE the')).toEqual(['tHE'])
    expect(pythonFindAll('(?x) a  # letter\n b')('ab')).toEqual(['ab'])
    expect(pythonFindAll('(?P<x>a|b)(?P=x)')('aa ab bb')).toEqual(['a', 'b'])
    expect(pythonFindAll('a(?#note){,2}b')('aaab')).toEqual(['aab'])
  })

  it('take braces and hyphens as they stand', () => {
    expect(pythonFindAll('{x}')('{x}')).toEqual(['{x}'])
    expect(pythonFindAll(String.raw`[]\-a]+`)('a]-b')).toEqual(['a]-'])
  })

  it('count words and digits of every script', () => {
    expect(pythonFindAll(String.raw`\w+`)('大语言 naïve_1 ٣')).toEqual(['大语言', 'naïve_1', '٣'])
    expect(pythonFindAll(String.raw`\b\d`)('x1 ٣2')).toEqual(['٣'])
  })

  it('are refused when broken or without a counterpart', () => {
    for (const pattern of ['(', 'a**', 'a++', '(?>a)', '[a', String.raw`\q`, '(?(1)a)', 'a\\']) {
      expect(() => pythonRegex(pattern), pattern).toThrow(RangeError)
    }
  })
})
