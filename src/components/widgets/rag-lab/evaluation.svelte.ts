import type { EvaluationInput } from '../../../lib/rag-lab/evaluate-pipeline.ts'
import type { PipelineEvaluation } from '../../../lib/rag-lab/pipeline-evaluation.ts'
import { pipelineWords } from '../../../lib/rag-lab/pipeline-words.ts'
import { askWorker } from '../../../worker/ask-worker.ts'

/** What the worker is asked for: an evaluation without its counting function, and the counts. */
export interface EvaluationRequest extends Omit<EvaluationInput, 'countTokens'> {
  readonly counts: ReadonlyMap<string, number>
}

/** The pipeline over all questions, computed beside the page's own thread. */
export class Evaluation {
  result: { readonly request: EvaluationRequest; readonly evaluation: PipelineEvaluation } | null =
    $state.raw(null)
  working = $state(false)
  problem = $state('')
  #stop = new AbortController()
  #asked: EvaluationRequest | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Computes a new request a moment after the last change; call it in an effect. */
  follow(request: EvaluationRequest | null): void {
    if (request === this.#asked) return
    clearTimeout(this.#timer)
    this.#asked = request
    if (request === null) return
    this.#timer = setTimeout(() => void this.#ask(request), 200)
  }

  async #ask(request: EvaluationRequest): Promise<void> {
    this.close()
    const { signal } = (this.#stop = new AbortController())
    this.working = true
    this.problem = ''
    const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' })
    try {
      const failure = pipelineWords.notEvaluated
      const evaluation = await askWorker<PipelineEvaluation>(worker, request, { signal, failure })
      this.result = { request, evaluation }
    } catch (error) {
      if (signal.aborted) return
      this.problem = error instanceof Error ? error.message : String(error)
    }
    if (!signal.aborted) this.working = false
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#stop.abort()
    this.working = false
  }
}
