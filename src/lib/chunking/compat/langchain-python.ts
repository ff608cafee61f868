import { compatDefaults } from './compat-defaults.ts'
import { pythonMarkdownHeaders } from './python-markdown-headers.ts'
import { pythonRecursive } from './python-recursive.ts'
import { checkPythonSizes, mergePython } from './python-settings.ts'
import { pythonSeparator } from './python-split.ts'
import { withPythonStarts } from './python-starts.ts'
import { pythonTokenWindows } from './python-token-windows.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { LangchainPythonOptions } from './compat-options.ts'
import type { PythonSettings } from './python-settings.ts'

const defaults = compatDefaults['langchain-python']
const lookaround = /^\(\?(?:=|!|<=|<!)/

/**
 * The chunks of langchain-text-splitters 1.1.3 (Python). Sizes are code points, or tokens.
 *
 * MarkdownTextSplitter hands its separators on without saying that three of them are regular
 * expressions, so that they are looked for as they are written, and never found.
 *
 * Source: langchain-splitters-python.
 *
 * @throws RangeError where the library raises ValueError
 * @example langchainPython('ab', { splitter: 'recursive', chunkSize: 1, chunkOverlap: 0 }).length // 2
 */
export function langchainPython(
  text: string,
  options: LangchainPythonOptions,
): readonly CompatChunk[] {
  if (options.splitter === 'markdown_header') return pythonMarkdownHeaders(text, options)
  const size = options.chunkSize ?? defaults.chunkSize
  const overlap = options.chunkOverlap ?? defaults.chunkOverlap
  checkPythonSizes(size, overlap)
  if (options.splitter === 'token') {
    return pythonTokenWindows(text, options.tokenBytes, size, overlap)
  }
  const settings: PythonSettings = {
    size,
    overlap,
    keep: options.keepSeparator ?? options.splitter !== 'character',
    isRegex: options.isSeparatorRegex ?? false,
    strip: options.stripWhitespace ?? true,
  }
  if (options.splitter === 'character') {
    const separator = options.separator ?? defaults.separator
    return withPythonStarts(text, character(text, separator, settings), overlap)
  }
  const given = options.splitter === 'recursive' ? options.separators : defaults.markdownSeparators
  const separators = given === undefined || given.length === 0 ? defaults.separators : given
  const ready = separators.map((separator) => pythonSeparator(separator, settings.isRegex))
  return withPythonStarts(text, pythonRecursive(text, ready, settings), overlap)
}

function character(text: string, separator: string, settings: PythonSettings): readonly string[] {
  const pieces = pythonSeparator(separator, settings.isRegex).split(text, settings.keep)
  const bare = settings.keep !== false || (settings.isRegex && lookaround.test(separator))
  return mergePython(pieces, bare ? '' : separator, settings)
}
