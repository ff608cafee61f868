import { bm25Index } from '../retrieval/bm25-index.ts'
import type { Bm25Index } from '../retrieval/bm25-index.ts'
import { wordTokens } from '../retrieval/word-tokens.ts'
import type { RagCorpus } from './rag-corpus.ts'

const known = new WeakMap<RagCorpus['passages'], Bm25Index>()

/**
 * The counted words of a corpus's passages, made once for each list of passages.
 *
 * Units: words. Null when there is no passage.
 *
 * @example passageWords(corpus).counts.length // one for each passage
 */
export function passageWords({ passages, language }: RagCorpus): Bm25Index | null {
  if (passages.length === 0) return null
  const made = known.get(passages)
  if (made !== undefined) return made
  const index = bm25Index(passages.map(({ searched }) => wordTokens(searched, language)))
  known.set(passages, index)
  return index
}
