// ESLint processor for .astro: front matter, expressions and scripts as TSX, messages put back in place.
import { convertToTsx } from '@astrojs/astro2tsx'

const blocks = new Map()

/** Line and column (from 1) of an offset. */
const place = (source, offset) => {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

const offsetOf = (code, { line, column }) =>
  code
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0) +
  (column - 1)

/** Offset in the source of an offset in the TSX; null where the converter wrote the code itself. */
const sourceOffset = (mappings, offset) => {
  const found = mappings.find(
    ([start, length]) => offset >= start && offset < start + Math.max(length, 1),
  )
  return found ? found[2] + Math.min(offset - found[0], Math.max(found[3] - 1, 0)) : null
}

export default {
  meta: { name: 'workbook/astro' },
  supportsAutofix: false,
  preprocess(source, file) {
    const { code, mappings, scripts } = convertToTsx(source, { filename: file })
    const parts = [{ code, find: (offset) => sourceOffset(mappings, offset) }]
    for (const { content, position, type } of scripts)
      if (['processed-module', 'module', 'inline'].includes(type))
        parts.push({ code: content, find: (offset) => position.start + offset })
    blocks.set(file, { source, parts })
    return parts.map(({ code: text }, index) => ({ text, filename: `${index}.tsx` }))
  },
  postprocess(lists, file) {
    const { source, parts } = blocks.get(file) ?? { source: '', parts: [] }
    blocks.delete(file)
    return lists.flatMap((messages, index) =>
      messages.flatMap((message) => {
        const part = parts[index]
        if (!part || message.fatal) return [message]
        const offset = part.find(offsetOf(part.code, message))
        if (offset === null) return []
        const { fix: _fix, endLine: _line, endColumn: _column, ...rest } = message
        return [{ ...rest, ...place(source, offset) }]
      }),
    )
  },
}
