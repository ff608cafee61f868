import { isLeftOut } from './is-left-out.ts'
import type { MarkupNode } from './markup-node.ts'

/**
 * The running text of nodes: code in backticks, a picture as its description, a break as a new line;
 * white space is kept as it is. Marks of emphasis and addresses of links are left out.
 *
 * @example inlineText([{ name: '', text: 'a', children: [], attribute: () => null }]) //=> 'a'
 */
export function inlineText(nodes: readonly MarkupNode[]): string {
  return nodes.map(inlineOf).join('')
}

function inlineOf(node: MarkupNode): string {
  if (node.name === '') return node.text
  if (isLeftOut(node)) return ''
  if (node.name === 'br') return '\u2028'
  if (node.name === 'img') {
    const alt = (node.attribute('alt') ?? '').trim()
    return alt === '' ? '' : `![${alt}]`
  }
  const inside = inlineText(node.children)
  if (node.name === 'code' || node.name === 'kbd' || node.name === 'samp') return inCode(inside)
  if (node.name === 'annotation' || node.name === 'rt' || node.name === 'rp') return ''
  return node.name === 'td' || node.name === 'th' ? `${inside} ` : inside
}

/** Backticks around code, more of them than stand inside. */
function inCode(code: string): string {
  const bare = code.trim()
  if (bare === '') return code
  const longest = Math.max(0, ...(bare.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${bare}${fence}` : `${fence} ${bare} ${fence}`
}

/**
 * Tidies running text: white space to single spaces, breaks to new lines.
 *
 * @example tidyInline(' a \n b ') //=> 'a b'
 */
export function tidyInline(text: string): string {
  return text
    .replace(/[ \t\n\r\f\u00a0]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
}

/**
 * Keeps words of a text from being read as Markdown's marks at the start of a line.
 *
 * @example escapeLineStarts('# of items') //=> '\\# of items'
 */
export const escapeLineStarts = (text: string): string =>
  text.replace(/^(#{1,6} |[-+*>] |```|~~~)/gm, '\\$1').replace(/^(\d{1,9})([.)] )/gm, '$1\\$2')
