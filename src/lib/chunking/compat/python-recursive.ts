import { codePointLength } from './code-points.ts'
import { mergePython } from './python-settings.ts'
import type { PythonSeparator } from './python-split.ts'
import type { PythonSettings } from './python-settings.ts'

/**
 * RecursiveCharacterTextSplitter of LangChain (Python): cuts at the first separator that occurs,
 * merges the pieces shorter than the size, and cuts the others by the separators that follow.
 *
 * Every call merges for itself, so that no overlap crosses a piece that was cut further. A piece
 * for which no separator is left goes out as it is, however long, and not stripped.
 *
 * Source: langchain-splitters-python.
 */
export function pythonRecursive(
  text: string,
  separators: readonly PythonSeparator[],
  settings: PythonSettings,
): readonly string[] {
  const found = separators.findIndex(({ raw, occursIn }) => raw === '' || occursIn(text))
  const separator = separators[found] ?? separators.at(-1)
  if (separator === undefined) throw new RangeError('The splitter needs a separator.')
  const next = found < 0 || separator.raw === '' ? [] : separators.slice(found + 1)
  const glue = settings.keep === false ? separator.raw : ''
  const chunks: string[] = []
  let short: string[] = []
  const flush = () => {
    for (const chunk of mergePython(short, glue, settings)) chunks.push(chunk)
    short = []
  }
  for (const piece of separator.split(text, settings.keep)) {
    if (codePointLength(piece) < settings.size) short.push(piece)
    else {
      flush()
      if (next.length === 0) chunks.push(piece)
      else for (const chunk of pythonRecursive(piece, next, settings)) chunks.push(chunk)
    }
  }
  flush()
  return chunks
}
