import { codePointLength } from './code-points.ts'
import { joinEqualMetadata } from './join-equal-metadata.ts'
import { pythonStrip } from './python-white-space.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { MarkdownHeaderOptions } from './compat-options.ts'

type Metadata = ReadonlyMap<string, string>

/** Lines that belong together, and the headings above them. */
export interface Block {
  readonly content: string
  readonly metadata: Metadata
}

const unprintable = /(?! )[\p{C}\p{Z}]/gu

/**
 * MarkdownHeaderTextSplitter of LangChain (Python): blocks of lines under the same headings.
 *
 * Lines lose their indentation and what cannot be printed; fenced code holds no headings; blocks
 * with the same headings are joined by two spaces and a newline.
 *
 * Source: langchain-splitters-python.
 *
 * @example pythonMarkdownHeaders('# A\nb', { splitter: 'markdown_header', headersToSplitOn: [['#', 'h1']] }) // [{ text: 'b', metadata: { h1: 'A' } }]
 */
export function pythonMarkdownHeaders(
  text: string,
  options: MarkdownHeaderOptions,
): readonly CompatChunk[] {
  const stripHeaders = options.stripHeaders ?? true
  const blocks = blocksOf(text, options.headersToSplitOn, stripHeaders)
  const joined = options.returnEachLine === true ? blocks : joinEqualMetadata(blocks, stripHeaders)
  return joined.map(({ content, metadata }) => ({
    text: content,
    metadata: Object.fromEntries(metadata),
  }))
}

function blocksOf(
  text: string,
  headers: MarkdownHeaderOptions['headersToSplitOn'],
  stripHeaders: boolean,
): readonly Block[] {
  const longestFirst = headers.toSorted(([a], [b]) => codePointLength(b) - codePointLength(a))
  const blocks: Block[] = []
  const above: { readonly level: number; readonly name: string }[] = []
  const names = new Map<string, string>()
  let content: string[] = []
  let metadata: Metadata = new Map()
  let fence = ''
  const flush = () => {
    if (content.length > 0) blocks.push({ content: content.join('\n'), metadata })
    content = []
  }
  const enter = (mark: string, name: string, title: string) => {
    const level = mark.split('#').length - 1
    for (let last = above.at(-1); last !== undefined && last.level >= level; last = above.at(-1)) {
      above.pop()
      names.delete(last.name)
    }
    above.push({ level, name })
    names.set(name, title)
  }
  for (const raw of text.split('\n')) {
    const line = pythonStrip(raw).replace(unprintable, '')
    if (fence === '') fence = fenceOf(line)
    else if (line.startsWith(fence)) fence = ''
    if (fence !== '') {
      content.push(line)
      continue
    }
    const header = longestFirst.find(([mark]) => isHeader(line, mark))
    if (header !== undefined) {
      const [mark, name] = header
      if (name !== null) enter(mark, name, pythonStrip(line.slice(mark.length)))
      flush()
      if (!stripHeaders) content.push(line)
    } else if (line !== '') content.push(line)
    else flush()
    metadata = new Map(names)
  }
  flush()
  return blocks
}

function fenceOf(line: string): string {
  if (line.startsWith('```') && line.split('```').length === 2) return '```'
  return line.startsWith('~~~') ? '~~~' : ''
}

function isHeader(line: string, mark: string): boolean {
  return line.startsWith(mark) && (line.length === mark.length || line[mark.length] === ' ')
}
