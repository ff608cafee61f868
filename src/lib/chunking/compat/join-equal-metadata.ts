import type { Block } from './python-markdown-headers.ts'

/**
 * Joins neighbours that stand under the same headings. When headings stay in the text, a block that
 * ends in a heading also takes the deeper block after it, with that one's headings.
 *
 * Source: langchain-splitters-python.
 *
 * @example joinEqualMetadata([{ content: 'a', metadata: new Map() }, { content: 'b', metadata: new Map() }], true)[0]?.content // 'a  \nb'
 */
export function joinEqualMetadata(
  blocks: readonly Block[],
  stripHeaders: boolean,
): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last !== undefined && (equal(last, block) || (!stripHeaders && leadsTo(last, block)))) {
      joined.pop()
      const content = `${last.content}  \n${block.content}`
      joined.push({ content, metadata: block.metadata })
    } else joined.push(block)
  }
  return joined
}

function equal({ metadata: a }: Block, { metadata: b }: Block): boolean {
  return a.size === b.size && [...a].every(([name, title]) => b.get(name) === title)
}

function leadsTo(last: Block, next: Block): boolean {
  const lastLine = last.content.slice(last.content.lastIndexOf('\n') + 1)
  return last.metadata.size < next.metadata.size && lastLine.startsWith('#')
}
