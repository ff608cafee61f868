import { countLeftOut } from '../../lib/documents/markup/count-left-out.ts'
import { markupMarkdown } from '../../lib/documents/markup/markup-markdown.ts'
import type { MarkupNode } from '../../lib/documents/markup/markup-node.ts'
import { documentWords } from '../../lib/documents/words.ts'
import type { ReadText } from './reading.ts'

/** Reads HTML as Markdown. Nothing in it runs and nothing that it names is fetched. */
export function readHtml(html: string): ReadText {
  const tree = nodeOf(new DOMParser().parseFromString(html, 'text/html').body)
  const { navigation, pictures } = countLeftOut(tree)
  return {
    text: markupMarkdown(tree),
    notes: [
      ...(navigation === 0 ? [] : [documentWords.navigation(navigation)]),
      ...(pictures === 0 ? [] : [documentWords.pictures(pictures)]),
    ],
  }
}

function nodeOf(node: Node): MarkupNode {
  if (node instanceof Text) {
    return { name: '', text: node.data, children: [], attribute: () => null }
  }
  return {
    name: node.nodeName.toLowerCase(),
    text: '',
    children: [...node.childNodes]
      .filter((child) => child instanceof Element || child instanceof Text)
      .map(nodeOf),
    attribute: (name) => (node instanceof Element ? node.getAttribute(name) : null),
  }
}
