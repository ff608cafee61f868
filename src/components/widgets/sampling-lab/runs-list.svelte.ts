import { frame } from '../../ui/words.ts'
import type { Distribution } from '../../../lib/sampling-lab/distribution.ts'
import { unpackRun } from '../../../lib/sampling-lab/packed-run.ts'
import type { PackedRun } from '../../../lib/sampling-lab/packed-run.ts'
import type { RecordedPrompt, RecordedRun } from '../../../lib/sampling-lab/recorded-run.ts'
import { runDistribution } from '../../../lib/sampling-lab/run-distribution.ts'

/** A run and the whole vocabulary made from it, once. */
export interface OpenRun {
  readonly run: RecordedRun
  readonly distribution: Distribution
}

/** The recorded runs: one comes with the page, the others are fetched when they are chosen. */
export class RunsList {
  readonly prompts: readonly RecordedPrompt[]
  /** One sentence when a run could not be fetched, or ''. */
  problem = $state('')
  loading = $state('')
  #open: readonly OpenRun[] = $state.raw([])

  constructor(first: PackedRun, prompts: readonly RecordedPrompt[]) {
    this.prompts = prompts
    this.#keep(first)
  }

  find(id: string): OpenRun | undefined {
    return this.#open.find(({ run }) => run.prompt.id === id)
  }

  /** Fetches a run that is not here yet; after a failure, tries again. */
  load = async (id: string): Promise<void> => {
    if (this.loading === id || this.find(id)) return
    this.loading = id
    this.problem = ''
    try {
      const base = import.meta.env.BASE_URL.replace(/\/?$/, '/')
      const answer = await fetch(`${base}data/runs/${id}.json`)
      if (!answer.ok) throw new Error(`${answer.status}`)
      this.#keep(await answer.json())
    } catch {
      this.problem = frame.listFailed
    }
    if (this.loading === id) this.loading = ''
  }

  #keep(packed: PackedRun): void {
    const run = unpackRun(packed)
    this.#open = [...this.#open, { run, distribution: runDistribution(run) }]
  }
}
