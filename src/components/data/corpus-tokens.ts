import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMBEDDERS } from '../../lib/chunking-lab/lab-state.ts'
import { writeTokens } from '../../lib/chunking-lab/written-tokens.ts'
import { openTokenizer } from '../../worker/embedding/tokenizer/open-tokenizer.ts'
import { corpora } from './corpora.ts'

/** The tokens of a corpus for an embedder, as `writeTokens` writes them. */
export interface CorpusTokens {
  readonly corpus: string
  readonly embedder: string
  readonly tokens: string
}

const startAndEnd = (value: number, index: number) => (index % 3 === 2 ? [] : [value])

/**
 * Runs at build only: cuts every corpus into tokens with each embedder's own tokenizer, so that the
 * page counts them before a model is loaded.
 */
export const corpusTokens: readonly CorpusTokens[] = EMBEDDERS.flatMap((embedder) => {
  const path = join(process.cwd(), 'public', 'models', embedder, 'tokenizer.json')
  const tokenizer = openTokenizer(readFileSync(path, 'utf8'))
  return corpora.map(({ id, text }) => {
    const packed = Uint32Array.from([...tokenizer.tokenize(text)].flatMap(startAndEnd))
    return { corpus: id, embedder, tokens: writeTokens(packed) }
  })
})
