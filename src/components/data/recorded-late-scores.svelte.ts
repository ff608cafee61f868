import type { LateScores } from './late-scores.ts'

const keyOf = (model: string, corpus: string) => `${model}/${corpus}`

/**
 * Scores of late interaction that were recorded for the course's texts, fetched when they may be of
 * use; those of a first result may come with the page.
 */
export class RecordedLateScores {
  #open: Readonly<Record<string, LateScores>> = $state.raw({})
  #done: readonly string[] = $state.raw([])
  #asked: readonly string[] = []

  constructor(first: LateScores | null = null) {
    if (first !== null) this.#keep(first)
  }

  find(model: string, corpus: string): LateScores | null {
    return this.#open[keyOf(model, corpus)] ?? null
  }

  /** Whether the recording was fetched, or cannot be. */
  isHere(model: string, corpus: string): boolean {
    return this.find(model, corpus) !== null || this.#done.includes(keyOf(model, corpus))
  }

  /** Fetches a recording once. */
  async load(model: string, corpus: string): Promise<void> {
    const key = keyOf(model, corpus)
    if (this.isHere(model, corpus) || this.#asked.includes(key)) return
    this.#asked = [...this.#asked, key]
    try {
      const { loadLateScores } = await import('./late-scores.ts')
      const found = await loadLateScores(model, corpus)
      if (found !== null) this.#keep(found)
    } catch {
      // Without a recording the live embedder does the same.
      this.#asked = this.#asked.filter((each) => each !== key)
    }
    this.#done = [...this.#done, key]
  }

  #keep(recorded: LateScores): void {
    this.#open = { ...this.#open, [keyOf(recorded.model, recorded.corpus)]: recorded }
  }
}
