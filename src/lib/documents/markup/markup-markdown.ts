import { escapeLineStarts, inlineText, tidyInline } from './inline-text.ts'
import { isLeftOut } from './is-left-out.ts'
import type { MarkupNode } from './markup-node.ts'
import { rowCells, tableMarkdown, tableRows } from './table-markdown.ts'

const blockNames = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/**
 * Writes an HTML tree as Markdown: headings, lists, tables, quotes and code are kept; scripts,
 * styles, navigation and what is hidden are not.
 *
 * @example markupMarkdown(tree) //=> '# Title\n\nA paragraph.'
 */
export function markupMarkdown(root: MarkupNode): string {
  return blocksOf(isLeftOut(root) ? [] : [root]).join('\n\n')
}

/** Blocks of nodes; neighbours in a line of text make one block. */
function blocksOf(nodes: readonly MarkupNode[]): string[] {
  const blocks: string[] = []
  let running: MarkupNode[] = []
  const flush = () => {
    const text = escapeLineStarts(tidyInline(inlineText(running)))
    if (text !== '') blocks.push(text)
    running = []
  }
  for (const node of nodes) {
    if (isLeftOut(node)) continue
    if (!holdsBlocks(node)) running.push(node)
    else {
      flush()
      blocks.push(...blockOf(node))
    }
  }
  flush()
  return blocks
}

const holdsBlocks = (node: MarkupNode): boolean =>
  blockNames.has(node.name) || node.children.some(holdsBlocks)

function blockOf(node: MarkupNode): readonly string[] {
  const { name, children } = node
  const level = /^h([1-6])$/.exec(name)?.[1]
  if (level !== undefined) {
    const text = tidyInline(inlineText(children)).replaceAll('\n', ' ')
    return text === '' ? [] : [`${'#'.repeat(Number(level))} ${text}`]
  }
  if (name === 'pre') return preformatted(node)
  if (name === 'hr') return ['---']
  if (name === 'ul' || name === 'ol' || name === 'menu') return list(node)
  if (name === 'blockquote') {
    const quoted = blocksOf(children).join('\n\n')
    return quoted === '' ? [] : [quoted.replace(/^/gm, '> ').replace(/ +$/gm, '')]
  }
  return name === 'table' ? table(node) : blocksOf(children)
}

function preformatted(node: MarkupNode): readonly string[] {
  const code = rawText(node)
    .replace(/^\r?\n/, '')
    .trimEnd()
  if (code.trim() === '') return []
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}\n${code}\n${fence}`]
}

const rawText = (node: MarkupNode): string =>
  node.name === '' ? node.text : node.name === 'br' ? '\n' : node.children.map(rawText).join('')

function list(node: MarkupNode): readonly string[] {
  let number = Number.parseInt(node.attribute('start') ?? '1', 10)
  const items = node.children.flatMap((child) => {
    // A list straight inside a list belongs to the item before it.
    if (/^(ul|ol|menu)$/.test(child.name)) return list(child).map((inner) => indent(inner, '  '))
    if (child.name !== 'li' || isLeftOut(child)) return []
    const mark = node.name === 'ol' ? `${Number.isNaN(number) ? 1 : number}. ` : '- '
    number++
    const blocks = blocksOf(child.children)
    if (blocks.length === 0) return []
    const text = blocks.reduce(
      (before, block) => `${before}${isList(block) ? '\n' : '\n\n'}${block}`,
    )
    return [`${mark}${indent(text, ' '.repeat(mark.length)).trimStart()}`]
  })
  return items.length === 0 ? [] : [items.join('\n')]
}

const isList = (block: string) => /^(- |\d+\. )/.test(block)

const indent = (text: string, by: string) => text.replace(/^(?=.)/gm, by)

/** A table of data as a table; one that only lays out a page, or has one column, as its cells. */
function table(node: MarkupNode): readonly string[] {
  const caption = node.children.filter(({ name }) => name === 'caption').flatMap(blockOf)
  const rows = tableRows(node)
  const columns = Math.max(0, ...rows.map((row) => rowCells(row).length))
  const layout = columns < 2 || rows.some((row) => rowCells(row).some(holdsPageParts))
  if (layout)
    return [
      ...caption,
      ...rows.flatMap((row) => rowCells(row).flatMap((cell) => blocksOf(cell.children))),
    ]
  return [...caption, tableMarkdown(node)]
}

const holdsPageParts = (node: MarkupNode): boolean =>
  /^(table|h[1-6]|pre|blockquote|section|article|main)$/.test(node.name) ||
  node.children.some(holdsPageParts)
