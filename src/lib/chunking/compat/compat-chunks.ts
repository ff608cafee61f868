import { langchainJs } from './langchain-js.ts'
import { langchainPython } from './langchain-python.ts'
import { llamaindex } from './llamaindex.ts'
import type { CompatChunk, CompatLibrary } from './compat-chunk.ts'
import type { CompatOptions } from './compat-options.ts'

type Splitters = {
  readonly [L in CompatLibrary]: (text: string, options: CompatOptions[L]) => readonly CompatChunk[]
}

const splitters: Splitters = {
  'langchain-python': langchainPython,
  'langchain-js': langchainJs,
  llamaindex,
}

/**
 * The chunks that a splitter library cuts from a text, its peculiarities included.
 *
 * Reproduced are langchain-text-splitters 1.1.3 (Python), `@langchain/textsplitters` 1.0.2 and the
 * SentenceSplitter of llama-index-core 0.14.25. Sizes count code points, UTF-16 units and tokens,
 * in this order.
 *
 * Source: langchain-splitters-python, langchain-splitters-js, llamaindex-sentence-splitter.
 *
 * @throws RangeError where the library refuses the settings or the text
 * @example compatChunks('😀😀', 'langchain-js', { splitter: 'recursive', chunkSize: 3, chunkOverlap: 0 }).length // 2
 */
export function compatChunks<L extends CompatLibrary>(
  text: string,
  library: L,
  options: CompatOptions[L],
): readonly CompatChunk[] {
  return splitters[library](text, options)
}
