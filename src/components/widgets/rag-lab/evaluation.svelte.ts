import type { EvaluationInput } from '../../../lib/rag-lab/evaluate-pipeline.ts'
import type { PipelineEvaluation } from '../../../lib/rag-lab/pipeline-evaluation.ts'

/** What the worker is asked for: an evaluation without its counting function, and the counts. */
export interface EvaluationRequest extends Omit<EvaluationInput, 'countTokens'> {
  readonly counts: ReadonlyMap<string, number>
}

/** What the worker says. */
export type EvaluationReply =
  { readonly evaluation: PipelineEvaluation } | { readonly problem: string }

/** The pipeline over all questions, computed beside the page's own thread. */
export class Evaluation {
  result: { readonly request: EvaluationRequest; readonly evaluation: PipelineEvaluation } | null =
    $state.raw(null)
  working = $state(false)
  problem = $state('')
  #worker: Worker | null = null
  #asked: EvaluationRequest | null = null
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Computes a new request a moment after the last change; call it in an effect. */
  follow(request: EvaluationRequest | null): void {
    if (request === this.#asked) return
    clearTimeout(this.#timer)
    this.#asked = request
    if (request === null) return
    this.#timer = setTimeout(() => this.#ask(request), 200)
  }

  #ask(request: EvaluationRequest): void {
    this.close()
    this.working = true
    this.problem = ''
    const worker = new Worker(new URL('./evaluate.worker.ts', import.meta.url), { type: 'module' })
    this.#worker = worker
    const end = () => {
      worker.terminate()
      if (this.#worker !== worker) return
      this.#worker = null
      this.working = false
    }
    worker.onmessage = ({ data }: MessageEvent<EvaluationReply>) => {
      if ('problem' in data) this.problem = data.problem
      else this.result = { request, evaluation: data.evaluation }
      end()
    }
    worker.onerror = () => {
      this.problem = 'The evaluation could not be computed; change a setting to try again.'
      end()
    }
    worker.postMessage(request)
  }

  close(): void {
    clearTimeout(this.#timer)
    this.#worker?.terminate()
    this.#worker = null
    this.working = false
  }
}
