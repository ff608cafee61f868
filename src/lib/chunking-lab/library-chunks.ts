import { compatChunks } from '../chunking/compat/compat-chunks.ts'
import type { CompatChunk } from '../chunking/compat/compat-chunk.ts'
import type { CutSettings } from './cut.ts'
import type { RawChunk } from './lab-chunks.ts'
import { libraryNames } from './names.ts'

/**
 * The chunks that a library makes with the lab's settings, put back into the text where they stand
 * there word for word.
 *
 * @throws RangeError when the library refuses the settings.
 * @example libraryChunks('a b', { library: 'langchain-python', … })[0]?.start //=> 0
 */
export function libraryChunks(text: string, settings: CutSettings): readonly RawChunk[] {
  const found = chunksOf(text, settings)
  const name = libraryNames[settings.library]
  let from = 0
  return found.map((chunk, index) => {
    const place = chunk.start ?? text.indexOf(chunk.text, from)
    const last = index === found.length - 1
    const shared = {
      level: last ? ('end' as const) : ('word' as const),
      reason: last ? 'Nothing is left.' : `${name} cut here; it does not say why.`,
    }
    if (place < 0 || text.slice(place, place + chunk.text.length) !== chunk.text) {
      return { ...shared, start: from, end: from, literal: chunk.text }
    }
    from = place + 1
    return { ...shared, start: place, end: place + chunk.text.length }
  })
}

function chunksOf(text: string, settings: CutSettings): readonly CompatChunk[] {
  const { library, splitter, size, overlap, keepSeparator, unit } = settings
  const sizes = { chunkSize: size, chunkOverlap: overlap }
  if (library === 'llamaindex') {
    return compatChunks(text, library, {
      ...sizes,
      tokenizer: unit === 'tokens' ? 'words' : 'characters',
      sentenceTokenizer: 'nltk_punkt',
    })
  }
  if (library === 'langchain-js') {
    return compatChunks(text, library, {
      ...sizes,
      splitter,
      ...(splitter === 'markdown_recursive' ? {} : { keepSeparator }),
    })
  }
  if (library === 'langchain-python') {
    return compatChunks(text, library, { ...sizes, splitter, keepSeparator })
  }
  return []
}
