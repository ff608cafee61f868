import type { Corpus } from '../../../lib/corpus/corpus.ts'
import type { CorpusFacts } from '../../../lib/corpus/corpus-facts.ts'

/** The course's texts: one comes with the page, the others are fetched when they are chosen. */
export class Texts {
  readonly list: readonly CorpusFacts[]
  /** One sentence when a text could not be fetched, or ''. */
  problem = $state('')
  loading = $state('')
  #open: readonly Corpus[] = $state.raw([])

  constructor(first: Corpus, list: readonly CorpusFacts[]) {
    this.list = list
    this.#open = [first]
  }

  knows(id: string): boolean {
    return this.list.some((each) => each.id === id)
  }

  find(id: string): Corpus | undefined {
    return this.#open.find((each) => each.id === id)
  }

  /** Fetches a text that is not here yet; after a failure, tries again. */
  load = async (id: string): Promise<void> => {
    if (this.loading === id || this.find(id) || !this.knows(id)) return
    this.loading = id
    this.problem = ''
    try {
      const { loadCorpus } = await import('../../data/load-corpus.ts')
      const corpus = await loadCorpus(id)
      if (!this.find(id)) this.#open = [...this.#open, corpus]
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error)
    }
    if (this.loading === id) this.loading = ''
  }
}
