import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { expect, test } from 'vitest'
import { countLeftOut } from './count-left-out.ts'
import { markupMarkdown } from './markup-markdown.ts'
import type { MarkupNode } from './markup-node.ts'

const treeOf = (html: string) => nodeOf(parseFragment(html))
function nodeOf(node: DefaultTreeAdapterTypes.Node): MarkupNode {
  if (node.nodeName === '#text' && 'value' in node)
    return { name: '', text: node.value, children: [], attribute: () => null }
  const attributes = 'attrs' in node ? node.attrs : []
  return {
    name: node.nodeName === '#document-fragment' ? 'body' : node.nodeName,
    text: '',
    children:
      'childNodes' in node
        ? node.childNodes.filter((each) => each.nodeName !== '#comment').map(nodeOf)
        : [],
    attribute: (name) => attributes.find((each) => each.name === name)?.value ?? null,
  }
}
const markdown = (html: string) => markupMarkdown(treeOf(html))

test('headings and paragraphs are kept, marks of emphasis are not', () => {
  expect(
    markdown('<h1>A <em>title</em></h1><p>One\n  <b>two</b>&nbsp;<a href="x">three</a>.</p>'),
  ).toBe('# A title\n\nOne two three.')
})

test('scripts, styles, navigation and hidden parts are left out', () => {
  const html =
    '<nav>Home</nav><script>alert(1)</script><style>p{}</style><p hidden>No</p><div role="navigation">x</div><p>Yes<span aria-hidden="true">!</span></p><img src="a.png" alt="A cat">'
  expect(markdown(html)).toBe('Yes\n\n![A cat]')
  expect(countLeftOut(treeOf(html))).toEqual({ navigation: 2, pictures: 1 })
})

test('lists nest, and their numbers go on', () => {
  expect(markdown('<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>')).toBe(
    '- a\n  - b\n- c\n\n  d',
  )
  expect(markdown('<ol start="9"><li>x</li><li>y<ol><li>z</li></ol></li></ol>')).toBe(
    '9. x\n10. y\n    1. z',
  )
})

test('code keeps its white space', () => {
  expect(markdown('<pre><code>if a:\n    b ``` c\n</code></pre>')).toBe(
    '````\nif a:\n    b ``` c\n````',
  )
  expect(markdown('<p>Use <code>a`b</code> or <code>c</code>.</p>')).toBe('Use `` a`b `` or `c`.')
})

test('tables become tables, with spans', () => {
  expect(
    markdown(
      '<table><caption>Sizes</caption><tr><th>a</th><th colspan=2>b</th></tr><tr><td rowspan=2>1</td><td>2|3</td><td><p>x</p><p>y</p></td></tr><tr><td>4</td><td>5</td></tr></table>',
    ),
  ).toBe('Sizes\n\n| a | b |  |\n| --- | --- | --- |\n| 1 | 2\\|3 | x y |\n|  | 4 | 5 |')
})

test('a table that lays out a page is read cell by cell', () => {
  expect(markdown('<table><tr><td><h2>Menu</h2></td><td><p>Text</p></td></tr></table>')).toBe(
    '## Menu\n\nText',
  )
})

test('quotes, rules and breaks are kept', () => {
  expect(markdown('<blockquote><p>a</p><p>b<br>c</p></blockquote><hr>d')).toBe(
    '> a\n>\n> b\nc'.replace('\nc', '\n> c') + '\n\n---\n\nd',
  )
})

test('text that looks like a mark is escaped at the start of a line', () => {
  expect(markdown('<p># of items</p><p>2020. A year<br>- no item</p>')).toBe(
    '\\# of items\n\n2020\\. A year\n\\- no item',
  )
})

test('blocks inside inline elements still part the text', () => {
  expect(markdown('<a><div>one</div><div>two</div></a>three')).toBe('one\n\ntwo\n\nthree')
})
