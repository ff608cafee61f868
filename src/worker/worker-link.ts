import type { EmbeddedText } from './embedding/embedding.ts'
import { sitePrefix } from './files/site-prefix.ts'
import { cancelledError, ModelError, workerDiedError, wasmError } from './model-error.ts'
import type { ModelFacts } from './models.ts'
import type { GenerationStep, LoadProgress, Method, Methods, Reply } from './protocol.ts'

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined
  readonly onStep?: ((step: GenerationStep) => void) | undefined
  readonly onBatch?: ((batch: readonly EmbeddedText[]) => void) | undefined
}

interface Waiting extends CallOptions {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: ModelError) => void
}

/** A line to one worker: typed calls, each answered once, all failed when the worker dies. */
export interface WorkerLink {
  readonly alive: boolean
  call<M extends Method>(
    method: M,
    args: Methods[M]['args'],
    options?: CallOptions,
  ): Promise<Methods[M]['result']>
  /** Ends the worker, which is the one sure way to give its memory back. */
  close(error: ModelError): void
}

/** The smallest module that uses SIMD: a function that returns a splat of nothing. */
const simdModule = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  5,
  1,
  96,
  0,
  1,
  123,
  3,
  2,
  1,
  0,
  10,
  10,
  1,
  8,
  0,
  65,
  0,
  253,
  15,
  253,
  98,
  11,
)

const canRun = (): boolean =>
  typeof Worker !== 'undefined' &&
  typeof WebAssembly !== 'undefined' &&
  WebAssembly.validate(simdModule)

let workers = 0

/** Starts the models' worker; the kind is that of the model it is started for. */
export const openWorkerLink = (kind: ModelFacts['kind']): WorkerLink => {
  if (!canRun()) throw wasmError(kind)
  const name = `models ${crypto.getRandomValues(new Uint32Array(2)).join('-')} ${++workers}`
  const worker = new Worker(new URL('./model.worker.ts', import.meta.url), {
    type: 'module',
    name,
  })
  const waiting = new Map<number, Waiting>()
  let calls = 0
  let ended: ModelError | null = null

  const close = (error: ModelError) => {
    if (ended !== null) return
    ended = error
    worker.terminate()
    for (const each of waiting.values()) each.reject(error)
    waiting.clear()
  }
  const settle = (reply: Reply, call: Waiting) => {
    if (reply.kind === 'progress') return call.onProgress?.(reply.value)
    if (reply.kind === 'step') return call.onStep?.(reply.value)
    if (reply.kind === 'batch') return call.onBatch?.(reply.value)
    waiting.delete(reply.call)
    if (reply.kind === 'result') call.resolve(reply.value)
    else call.reject(new ModelError(reply.code, reply.message))
  }
  /** Once the worker speaks it holds its lock; whoever gets the lock after it sees it gone. */
  const watch = () =>
    void navigator.locks
      ?.request(`${sitePrefix()}${name}`, () => close(workerDiedError()))
      .catch(() => undefined)
  let watched = false
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (!watched) watch()
    watched = true
    const call = waiting.get(data.call)
    if (call !== undefined) settle(data, call)
  }
  worker.onerror = () => close(workerDiedError())

  return {
    get alive() {
      return ended === null
    },
    close,
    call: <M extends Method>(method: M, args: Methods[M]['args'], options: CallOptions = {}) =>
      new Promise<Methods[M]['result']>((resolve, reject) => {
        if (ended !== null) return reject(ended)
        if (options.signal?.aborted === true) return reject(cancelledError())
        const call = ++calls
        const settled = (value: unknown) => resolve(value as Methods[M]['result'])
        waiting.set(call, { ...options, resolve: settled, reject })
        options.signal?.addEventListener('abort', () =>
          worker.postMessage({ call, method: 'cancel' }),
        )
        worker.postMessage({ call, method, args })
      }),
  }
}
