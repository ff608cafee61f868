import { openTokenizer, type EmbedderTokenizer } from '../embedding/tokenizer/open-tokenizer.ts'
import type { TokenizeReply, TokenizeRequest } from './token-counter.ts'

/** Cuts texts into an embedder's tokens without the embedder: only its tokenizer is fetched. */
const opened = new Map<string, Promise<EmbedderTokenizer>>()

async function open(file: string): Promise<EmbedderTokenizer> {
  const answer = await fetch(file)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return openTokenizer(await answer.text())
}

function tokenizerOf(file: string): Promise<EmbedderTokenizer> {
  const known = opened.get(file)
  if (known !== undefined) return known
  const tokenizer = open(file)
  opened.set(file, tokenizer)
  tokenizer.catch(() => opened.delete(file))
  return tokenizer
}

self.onmessage = async ({ data }: MessageEvent<TokenizeRequest>) => {
  const { call, file, text } = data
  const reply = (answer: TokenizeReply, transfer: Transferable[] = []) =>
    self.postMessage(answer, { transfer })
  try {
    const rows = (await tokenizerOf(file)).tokenize(text)
    // Start, end and id of each; the ids stay here.
    const tokens = new Uint32Array((2 * rows.length) / 3)
    for (let from = 0, to = 0; from < rows.length; from += 3, to += 2) {
      tokens[to] = rows[from] ?? 0
      tokens[to + 1] = rows[from + 1] ?? 0
    }
    reply({ call, tokens }, [tokens.buffer])
  } catch {
    reply({ call, tokens: null })
  }
}
