import { countedText } from '../../../lib/chunking-lab/counted-text.ts'
import type { PackedSpans } from '../../../lib/chunking-lab/token-index.ts'
import { readTokens } from '../../../lib/chunking-lab/written-tokens.ts'
import type { TokenCounter } from '../../../worker/chunking/token-counter.ts'

const counted = countedText()

interface Known {
  readonly embedder: string
  readonly text: string
  readonly tokens: PackedSpans
}

const pathTo = (path: string): string =>
  new URL(`${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${path}`, location.href).href

/** Where the tokens of a text lie for an embedder: recorded, or counted by its tokenizer. */
export class TokenCounts {
  /** Whether a count is under way. */
  counting = $state(false)
  /** One sentence when a count failed, or ''. */
  problem = $state('')
  /** Embedders whose tokenizer the reader asked for. */
  #allowed: readonly string[] = $state.raw([])
  #known: readonly Known[] = $state.raw([])
  /** Recorded counts that were fetched, or are being fetched. */
  #loaded: readonly string[] = []
  /** What is being counted, or could not be. */
  #asked: Omit<Known, 'tokens'> | null = null
  #counter: TokenCounter | null = null

  /** The tokens of a text, or null where nobody counted them. */
  of(embedder: string, text: string): PackedSpans | null {
    if (text === counted.text) return counted.tokens
    const found = this.#known.find((each) => each.embedder === embedder && each.text === text)
    return found?.tokens ?? null
  }

  /** Remembers the tokens of a text. */
  keep(known: Known): void {
    this.#known = [known, ...this.#known.slice(0, 7)]
  }

  /** Fetches the recorded tokens of one of the course's texts. */
  async load(embedder: string, corpus: string, text: string): Promise<void> {
    const key = `${embedder}/${corpus}`
    if (this.#loaded.includes(key) || this.of(embedder, text) !== null) return
    this.#loaded = [...this.#loaded, key]
    try {
      const answer = await fetch(pathTo(`data/chunk-tokens/${key}.json`))
      const { tokens } = (await answer.json()) as { tokens: string }
      this.keep({ embedder, text, tokens: readTokens(tokens) })
    } catch {
      this.#loaded = this.#loaded.filter((each) => each !== key)
      this.allow(embedder)
    }
  }

  /** Lets an embedder's tokenizer be fetched, now and for later texts. */
  allow(embedder: string): void {
    this.problem = ''
    this.#asked = null
    this.#allowed = [...this.#allowed, embedder]
  }

  /** Counts a text that is not known, if its tokenizer was asked for; call it in an effect. */
  follow(embedder: string, text: string, asked: boolean): void {
    const allowed = this.#allowed.includes(embedder)
    if (!allowed && !asked) return
    if (text === '' || this.of(embedder, text)) return
    if (this.#asked?.text === text && this.#asked.embedder === embedder) return
    void this.#count({ embedder, text })
  }

  async #count(asked: Omit<Known, 'tokens'>): Promise<void> {
    this.#asked = asked
    this.counting = true
    this.problem = ''
    try {
      const { openTokenCounter } = await import('../../../worker/chunking/token-counter.ts')
      this.#counter ??= openTokenCounter()
      const file = pathTo(`models/${asked.embedder}/tokenizer.json`)
      const tokens = await this.#counter.tokens(file, asked.text)
      this.keep({ ...asked, tokens })
    } catch (error) {
      if (this.#asked === asked)
        this.problem = error instanceof Error ? error.message : String(error)
    }
    if (this.#asked === asked) this.counting = false
  }

  close(): void {
    this.#counter?.close()
    this.#counter = null
  }
}
