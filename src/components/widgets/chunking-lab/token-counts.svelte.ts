import { countedText } from '../../../lib/chunking-lab/counted-text.ts'
import { joinTokenSpans } from '../../../lib/chunking-lab/join-token-spans.ts'
import { textSlices } from '../../../lib/chunking-lab/text-slices.ts'
import type { PackedSpans } from '../../../lib/chunking-lab/token-index.ts'
import { readTokens } from '../../../lib/chunking-lab/written-tokens.ts'
import type { Embedder } from './embedder.svelte.ts'

const counted = countedText()

interface Known {
  readonly embedder: string
  readonly text: string
  readonly tokens: PackedSpans
}

/** Where the tokens of a text lie for an embedder: recorded, or counted live, slice by slice. */
export class TokenCounts {
  /** Whether a count is under way. */
  counting = $state(false)
  /** What was fetched, or is being fetched. */
  #loaded: readonly string[] = []
  #known: readonly Known[] = $state.raw([])
  #stop = new AbortController()
  /** What is being counted, or failed to be. */
  #asked: { readonly embedder: string; readonly text: string } | null = null

  /** The tokens of a text, or null where nobody counted them. */
  of(embedder: string, text: string): PackedSpans | null {
    const found = this.#known.find((each) => each.embedder === embedder && each.text === text)
    if (found !== undefined) return found.tokens
    return text === counted.text ? counted.tokens : null
  }

  /** Remembers recorded tokens. */
  keep(known: Known): void {
    this.#known = [known, ...this.#known.slice(0, 7)]
  }

  /** Fetches the recorded tokens of one of the course's texts; without them it is counted live. */
  async load(embedder: string, corpus: string, text: string): Promise<void> {
    const key = `${embedder}/${corpus}`
    if (this.#loaded.includes(key) || this.of(embedder, text) !== null) return
    this.#loaded = [...this.#loaded, key]
    const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')
    try {
      const answer = await fetch(`${base}data/chunk-tokens/${key}.json`)
      const { tokens } = (await answer.json()) as { tokens: string }
      this.keep({ embedder, text, tokens: readTokens(tokens) })
    } catch {
      this.#loaded = this.#loaded.filter((each) => each !== key)
    }
  }

  /** Counts a text that is not known, if the embedder runs; call it in an effect. */
  follow(embedder: Embedder, text: string): void {
    const { model, id } = embedder
    if (model === null || text === '' || this.of(id, text) !== null) return
    if (this.#asked?.text === text && this.#asked.embedder === id) return
    void this.#count(embedder, text)
  }

  async #count(embedder: Embedder, text: string): Promise<void> {
    this.#stop.abort()
    const { signal } = (this.#stop = new AbortController())
    const mine = (this.#asked = { embedder: embedder.id, text })
    this.counting = true
    try {
      const parts = []
      for (const { start, end } of textSlices(text)) {
        const { model } = embedder
        if (model === null) this.#asked = null
        if (model === null || signal.aborted) return
        parts.push({ start, spans: await model.tokenSpans(text.slice(start, end)) })
      }
      if (!signal.aborted) this.keep({ embedder: embedder.id, text, tokens: joinTokenSpans(parts) })
    } catch (error) {
      if (!signal.aborted) embedder.fault(error)
    } finally {
      if (this.#asked === mine || this.#asked === null) this.counting = false
    }
  }
}
