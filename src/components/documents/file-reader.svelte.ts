import { DocumentError } from '../../lib/documents/document-error.ts'
import { problemSentence, type Problem } from '../../lib/documents/document-problem.ts'
import type { ReadDocument } from '../../lib/documents/read-document.ts'

/** Reads one file at a time; a new one stops the one before. */
export class FileReading {
  /** The name of the file that is being read, or ''. */
  reading = $state('')
  pages: { readonly done: number; readonly all: number } | null = $state.raw(null)
  /** The document that was read last, or null. */
  done: ReadDocument | null = $state.raw(null)
  /** One sentence when a file could not be read, or ''. */
  problem = $state('')
  /** Whether another attempt with the same file may help. */
  again = $state(false)
  #file: File | null = null
  #stop = new AbortController()

  read = async (file: File): Promise<ReadDocument | null> => {
    this.#stop.abort()
    const { signal } = (this.#stop = new AbortController())
    this.#file = file
    this.reading = file.name
    this.pages = null
    this.done = null
    this.#say(null)
    try {
      const { readFile } = await load()
      const onPage = (done: number, all: number) => (this.pages = { done, all })
      const done = await readFile(file, { signal, onPage })
      if (signal.aborted) return null
      this.done = done
    } catch (error) {
      if (signal.aborted) return null
      this.#say(error instanceof DocumentError ? error.problem : { code: 'unreadable' })
    }
    this.reading = ''
    return this.done
  }

  retry = (): Promise<ReadDocument | null> =>
    this.#file === null ? Promise.resolve(null) : this.read(this.#file)

  stop = (): void => {
    this.#stop.abort()
    if (this.reading !== '') this.#say({ code: 'cancelled' })
    this.reading = ''
  }

  #say(problem: Problem | null): void {
    this.problem = problem === null ? '' : problemSentence(this.#file?.name ?? '', problem)
    this.again = problem?.code === 'not-loaded'
  }
}

async function load() {
  try {
    return await import('./read-file.ts')
  } catch {
    throw new DocumentError({ code: 'not-loaded', format: 'document' })
  }
}
