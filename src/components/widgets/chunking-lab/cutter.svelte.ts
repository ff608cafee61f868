import { cutText } from '../../../lib/chunking-lab/cut-text.ts'
import type { Cut, CutRequest } from '../../../lib/chunking-lab/cut.ts'

/** Texts up to this length are cut at once; longer ones in a worker. UTF-16 units. */
const AT_ONCE = 60_000

/** A cut with what it was made from, so that the two never part. */
export interface DoneCut {
  readonly request: CutRequest
  readonly cut: Cut
}

/** What came of a request: a cut, a problem in one sentence, or neither yet. */
export interface CutOutcome {
  readonly done: DoneCut | null
  readonly problem: string
}

const waiting: CutOutcome = { done: null, problem: '' }

/** Cuts texts: short ones at once, long ones away from the page's own thread. */
export class Cutter {
  /** Whether a long text is being cut. */
  working = $state(false)
  #far: { readonly request: CutRequest; readonly outcome: CutOutcome } | null = $state.raw(null)
  #stop = new AbortController()
  #asked: CutRequest | null = null

  /** The outcome for a request; a long text's comes when `follow` has cut it. */
  outcomeOf(request: CutRequest): CutOutcome {
    if (request.text.length <= AT_ONCE) return cutNow(request)
    return this.#far?.request === request ? this.#far.outcome : waiting
  }

  /** Cuts a long text if it is new; call it in an effect. */
  follow(request: CutRequest | null): void {
    if (request === this.#asked) return
    this.#asked = request
    this.#stop.abort()
    this.working = false
    if (request !== null && request.text.length > AT_ONCE) void this.#cut(request)
  }

  async #cut(request: CutRequest): Promise<void> {
    const { signal } = (this.#stop = new AbortController())
    this.working = true
    let outcome: CutOutcome
    try {
      const { cutInWorker } = await import('../../../worker/chunking/cut-in-worker.ts')
      if (signal.aborted) return
      outcome = { done: { request, cut: await cutInWorker(request, signal) }, problem: '' }
    } catch (error) {
      outcome = { done: null, problem: error instanceof Error ? error.message : String(error) }
    }
    if (signal.aborted) return
    this.#far = { request, outcome }
    this.working = false
  }
}

function cutNow(request: CutRequest): CutOutcome {
  try {
    return { done: { request, cut: cutText(request) }, problem: '' }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { done: null, problem: error.message }
  }
}
