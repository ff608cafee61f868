export interface TokenizeRequest {
  readonly call: number
  /** Address of the tokenizer.json. */
  readonly file: string
  readonly text: string
}

export interface TokenizeReply {
  readonly call: number
  /** Start and end of each token in turn; null when the tokenizer could not be fetched. */
  readonly tokens: Uint32Array<ArrayBuffer> | null
}

/** Counts tokens in a worker of its own, which lives until it is closed. */
export interface TokenCounter {
  /** Rejects with an Error whose message is one sentence for the reader. */
  tokens(file: string, text: string): Promise<Uint32Array<ArrayBuffer>>
  close(): void
}

/** Opens a token counter; a tokenizer is fetched when it is first asked for. */
export function openTokenCounter(): TokenCounter {
  const worker = new Worker(new URL('./tokenize.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (reply: TokenizeReply) => void>()
  let calls = 0
  worker.onmessage = ({ data }: MessageEvent<TokenizeReply>) => {
    waiting.get(data.call)?.(data)
    waiting.delete(data.call)
  }
  worker.onerror = () => {
    for (const [call, hear] of waiting) hear({ call, tokens: null })
    waiting.clear()
  }
  return {
    tokens: (file, text) =>
      new Promise((resolve, reject) => {
        const call = calls++
        waiting.set(call, ({ tokens }) => {
          if (tokens !== null) resolve(tokens)
          else
            reject(
              new Error(
                'The tokenizer could not be loaded. Check the connection and count again; your text is kept.',
              ),
            )
        })
        worker.postMessage({ call, file, text } satisfies TokenizeRequest)
      }),
    close: () => worker.terminate(),
  }
}
