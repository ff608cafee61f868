import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EmbedderId } from '../../lib/embedding/embedders.ts'
import { tokenCount, tokenPieces } from '../../lib/figures/token-pieces.ts'
import { openTokenizer } from '../../worker/embedding/tokenizer/open-tokenizer.ts'

const opened = new Map<EmbedderId, ReturnType<typeof openTokenizer>>()

function tokenizer(embedder: EmbedderId): ReturnType<typeof openTokenizer> {
  const file = join(process.cwd(), 'public', 'models', embedder, 'tokenizer.json')
  const found = opened.get(embedder) ?? openTokenizer(readFileSync(file, 'utf8'))
  opened.set(embedder, found)
  return found
}

/** Runs at build only: how many tokens an embedder's own tokenizer makes of a text. */
export const countTokens = (embedder: EmbedderId, text: string): number =>
  tokenCount(tokenizer(embedder).tokenize(text))

/** Runs at build only: the pieces of a text that are one token each. */
export const piecesOf = (embedder: EmbedderId, text: string): readonly string[] =>
  tokenPieces(text, tokenizer(embedder).tokenize(text))
