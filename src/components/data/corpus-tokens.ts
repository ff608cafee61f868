import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeTokens } from '../../lib/chunking-lab/written-tokens.ts'
import { byEmbedder } from '../../lib/embedding/by-embedder.ts'
import { EMBEDDERS, type EmbedderId } from '../../lib/embedding/embedders.ts'
import { openTokenizer } from '../../worker/embedding/tokenizer/open-tokenizer.ts'
import { corpora } from './corpora.ts'

/** The tokens of a corpus for an embedder, as `writeTokens` writes them. */
export interface CorpusTokens {
  readonly corpus: string
  readonly embedder: string
  readonly tokens: string
}

const fileOf = (embedder: EmbedderId): string =>
  readFileSync(join(process.cwd(), 'public', 'models', embedder, 'tokenizer.json'), 'utf8')

const startAndEnd = (value: number, index: number) => (index % 3 === 2 ? [] : [value])

/**
 * Runs at build only: cuts every corpus into tokens with each embedder's own tokenizer, so that the
 * page counts them before anything is loaded.
 */
export const corpusTokens: readonly CorpusTokens[] = EMBEDDERS.flatMap((embedder) => {
  const tokenizer = openTokenizer(fileOf(embedder))
  return corpora.map(({ id, text }) => {
    const packed = Uint32Array.from([...tokenizer.tokenize(text)].flatMap(startAndEnd))
    return { corpus: id, embedder, tokens: writeTokens(packed) }
  })
})

const bytesOf = (embedder: EmbedderId): number => new TextEncoder().encode(fileOf(embedder)).length

/** Bytes of each embedder's tokenizer, which counts a reader's own text. */
export const tokenizerBytes = byEmbedder(bytesOf)
