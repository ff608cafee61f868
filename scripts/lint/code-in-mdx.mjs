// ESLint processor for .mdx: imports, exports and {expressions} as TSX, messages put back in place.
import { createProcessor } from '@mdx-js/mdx'
import remarkMath from 'remark-math'

const mdx = createProcessor({ remarkPlugins: [remarkMath] })
const blocks = new Map()

/** Front matter as blank lines, so that the lines keep their numbers. */
const withoutFrontMatter = (source) =>
  source.replace(/^---\r?\n[\s\S]*?\n---/, (matter) => matter.replace(/[^\n]/g, ''))

const walk = (node, visit) => {
  visit(node)
  for (const child of [...(node.children ?? []), ...(node.attributes ?? [])]) walk(child, visit)
  if (node.value && typeof node.value === 'object') walk(node.value, visit)
}

/** Code and first line of one node, or null for prose and comments. */
const codeOf = (node, line) => {
  const program = node.data?.estree
  if (!program || (program.body.length === 0 && !node.value.startsWith('...'))) return null
  if (node.type === 'mdxjsEsm') return { code: node.value, line }
  const isSpread = node.type === 'mdxJsxExpressionAttribute'
  return { code: isSpread ? `({${node.value}})` : `(${node.value}\n)`, line }
}

export default {
  meta: { name: 'workbook/mdx' },
  supportsAutofix: false,
  preprocess(source, file) {
    const parts = []
    let line = 1
    walk(mdx.parse(withoutFrontMatter(source)), (node) => {
      line = node.position?.start.line ?? node.data?.estree?.body[0]?.loc?.start.line ?? line
      const part = codeOf(node, line)
      if (part) parts.push(part)
    })
    blocks.set(file, parts)
    return parts.map(({ code }, index) => ({ text: code, filename: `${index}.tsx` }))
  },
  postprocess(lists, file) {
    const parts = blocks.get(file) ?? []
    blocks.delete(file)
    return lists.flatMap((messages, index) =>
      messages.map(({ fix: _fix, endLine: _line, endColumn: _column, ...message }) => ({
        ...message,
        line: message.line + (parts[index]?.line ?? 1) - 1,
      })),
    )
  },
}
