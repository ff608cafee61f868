import type { ComputationName, Computations } from '../../../../worker/computing/computing.ts'

/** The result of a heavy computation, made anew whenever what it is made from changes. */
export class FarResult<Name extends ComputationName> {
  /** Whether one is under way. */
  working = $state(false)
  /** One sentence when the last one failed, or ''. */
  problem = $state('')
  /** The last result with what it was made from. */
  known: {
    readonly from: Computations[Name]['from']
    readonly to: Computations[Name]['to']
  } | null = $state.raw(null)
  readonly #name: Name
  #asked: Computations[Name]['from'] | null = null
  #stop = new AbortController()

  constructor(name: Name) {
    this.#name = name
  }

  /** Computes what is new; null stops. Call it in an effect. */
  follow(from: Computations[Name]['from'] | null): void {
    if (from === this.#asked) return
    this.#asked = from
    this.#stop.abort()
    this.#stop = new AbortController()
    this.working = from !== null
    if (from !== null) void this.#compute(from, this.#stop.signal)
  }

  async #compute(from: Computations[Name]['from'], signal: AbortSignal): Promise<void> {
    let problem = ''
    try {
      const { computeInWorker } = await import('../../../../worker/computing/compute-in-worker.ts')
      if (signal.aborted) return
      const to = await computeInWorker(this.#name, from, signal)
      if (signal.aborted) return
      this.known = { from, to }
    } catch (error) {
      if (signal.aborted) return
      problem = error instanceof Error ? error.message : String(error)
    }
    this.problem = problem
    this.working = false
  }
}
