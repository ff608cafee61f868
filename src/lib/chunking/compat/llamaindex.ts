import { codePointLength } from './code-points.ts'
import { compatDefaults } from './compat-defaults.ts'
import { mergeSplits } from './llamaindex-merge.ts'
import { splitUntilSmall } from './llamaindex-split.ts'
import { punktSentences } from './punkt-sentences.ts'
import { pythonWordCount } from './python-white-space.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { LlamaindexOptions, SentenceTokenizer, TokenCounter } from './compat-options.ts'

const defaults = compatDefaults.llamaindex

/**
 * The chunks of LlamaIndex's SentenceSplitter (llama-index-core 0.14.25). Sizes are tokens.
 *
 * It cuts at paragraphs, then sentences, then by a regular expression, at spaces and between
 * characters, until every split fits; then it packs splits into chunks and repeats whole splits up
 * to the overlap. The tokens of the metadata are taken off the size.
 *
 * Source: llamaindex-sentence-splitter.
 *
 * @throws RangeError where the library raises ValueError
 * @example llamaindex('one two three', { tokenizer: 'words', chunkSize: 2, chunkOverlap: 0 }).map(({ text }) => text) // ['one two', 'three']
 */
export function llamaindex(text: string, options: LlamaindexOptions): readonly CompatChunk[] {
  const size = options.chunkSize ?? defaults.chunkSize
  const overlap = options.chunkOverlap ?? defaults.chunkOverlap
  check(size, overlap)
  const count = counterOf(options.tokenizer)
  const metadata = options.metadataText === undefined ? 0 : count(options.metadataText)
  const room = size - metadata
  if (room <= 0) {
    throw new RangeError(`The metadata (${metadata} tokens) leave no room in a chunk of ${size}.`)
  }
  if (text === '') return [{ text: '', start: 0 }]
  const regex = options.secondaryChunkingRegex
  const splits = splitUntilSmall(text, {
    size: room,
    count,
    sentences: sentencesOf(options.sentenceTokenizer ?? 'nltk_punkt'),
    paragraphSeparator: options.paragraphSeparator ?? defaults.paragraphSeparator,
    separator: options.separator ?? defaults.separator,
    secondaryRegex: regex === undefined ? defaults.secondaryChunkingRegex : (regex ?? ''),
  })
  return mergeSplits(text, splits, room, overlap)
}

function check(size: number, overlap: number): void {
  if (!(size > 0)) throw new RangeError(`The chunk size must be above 0, got ${size}.`)
  if (!(overlap >= 0)) throw new RangeError(`The overlap must be 0 or more, got ${overlap}.`)
  if (overlap > size) {
    throw new RangeError(`The overlap (${overlap}) is above the chunk size (${size}).`)
  }
}

function counterOf(tokenizer: TokenCounter): (text: string) => number {
  if (tokenizer === 'characters') return codePointLength
  return tokenizer === 'words' ? pythonWordCount : tokenizer
}

function sentencesOf(tokenizer: SentenceTokenizer): (text: string) => readonly string[] {
  if (tokenizer === 'none') return (text) => [text]
  return tokenizer === 'nltk_punkt' ? punktSentences : tokenizer
}
