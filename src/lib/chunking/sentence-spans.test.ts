import { expect, test } from 'vitest'
import { sentenceSpans } from './sentence-spans.ts'

/** The sentences of a text, written with | between them. */
const marked = (text: string, language?: string) =>
  sentenceSpans(text, language)
    .map(({ start, end }) => text.slice(start, end))
    .join('|')

test.each([
  ['titles', 'Is this Dr. Smith? |Yes, Mr. and Mrs. Smith.'],
  ['initials', 'J. K. Rowling wrote it. |George W. Bush did not.'],
  ['examples', 'Use a list, e.g. Python has one, i.e. A list. |Done.'],
  ['figures and numbers', 'See Fig. 3 and No. 5 on p. 12. |It grew by 3.5 percent.'],
  ['a plain no', 'No. |That is wrong.'],
  ['versions and files', 'Install v1.2.3 or Node.js first. |Then go.'],
  ['addresses', 'Read https://example.com/a.b?c=D now. |Then go.'],
  ['an ellipsis', 'Wait… what? |Well... |Then go.'],
  ['a country', 'The U.S. Army left. |They are in the U.S. |The rest stayed.'],
  ['versus and about', 'It was A vs. B, approx. Five of them.'],
  ['sources', 'Smith et al. (2020) say so. |We agree.'],
  ['speech', '"Really?" he asked. |"Yes." |She left.'],
  ['numbers of a list', '1. First item. |With two.\n|2. Second item'],
  ['Chinese', '你好。|今天天气不错！|是吗？|是的；|走吧。'],
  ['Chinese quotation marks', '他说：“走吧。”|然后他走了。'],
  ['mixed text', '用 Python 3.12 写。|It works.|然后呢？'],
  ['Hindi', 'यह एक वाक्य है। |यह दूसरा है।'],
  ['headings and lists', '# Title\n|Some text here\n|- one\n|- two'],
  ['CRLF', 'One.\r\n|Two.\r\n\r\n|Three'],
  [
    'a wrapped line',
    'This line was wrapped by an editor that counts\nColumns, so it goes on. |Next.',
  ],
])('knows %s', (_, expected) => {
  expect(marked(expected.replaceAll('|', ''))).toBe(expected)
})

test('an empty text has no sentences, and a wrong language is refused', () => {
  expect(sentenceSpans('')).toEqual([])
  expect(() => sentenceSpans('One.', 'no language')).toThrow(RangeError)
})
