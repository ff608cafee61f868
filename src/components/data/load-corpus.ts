import type { Corpus } from '../../lib/corpus/corpus.ts'
import { words } from '../../lib/corpus/words.ts'

/**
 * Fetches a corpus with its text and questions. Rejects with an Error whose message is one sentence
 * for the reader; a fetch that `signal` stopped rejects with the signal's reason.
 */
export async function loadCorpus(id: string, signal?: AbortSignal): Promise<Corpus> {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')
  try {
    const answer = await fetch(`${base}data/corpora/${id}.json`, signal ? { signal } : {})
    if (!answer.ok) throw new Error(answer.statusText)
    return (await answer.json()) as Corpus
  } catch {
    signal?.throwIfAborted()
    throw new Error(words.notLoaded)
  }
}
