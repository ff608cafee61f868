import { expect, test } from 'vitest'
import { withoutRadicals } from './without-radicals.ts'

test('radicals become the ideographs that a reader would type', () => {
  expect(withoutRadicals('把⻓⽂档切成⼩块，⻚面')).toBe('把长文档切成小块，页面')
})

test('both tables are of one length, and no radical is left', () => {
  for (let code = 0x2e80; code <= 0x2fd5; code++) {
    const character = String.fromCharCode(code)
    // Four code points are not assigned or have no such ideograph.
    if (/[\u2e80\u2e9a\u2e8b\u2eba]|[\u2ef4-\u2eff]/.test(character)) continue
    expect(withoutRadicals(character), code.toString(16)).not.toMatch(/[\u2e80-\u2fd5]/)
  }
  expect(withoutRadicals('⻳')).toBe('龟')
  expect(withoutRadicals('⺁')).toBe('厂')
})
