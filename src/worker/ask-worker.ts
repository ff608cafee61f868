/** What a worker answers: the result, or one sentence on why there is none. */
export type WorkerAnswer<Result> = { readonly result: Result } | { readonly problem: string }

/**
 * Asks a worker once and ends it, with its answer or with the signal. Rejects with an Error whose
 * message is one sentence for the reader (`failure` where the worker itself failed), or with the
 * signal's reason.
 */
export function askWorker<Result>(
  worker: Worker,
  request: unknown,
  { signal, failure }: { readonly signal: AbortSignal; readonly failure: string },
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('Stopped.'))
    }
    signal.addEventListener('abort', stop)
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer<Result>>) => {
      end()
      if ('result' in data) resolve(data.result)
      else reject(new Error(data.problem))
    }
    worker.onerror = () => {
      end()
      reject(new Error(failure))
    }
    worker.postMessage(request)
  })
}
