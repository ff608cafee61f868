import type { ComputationName, Computations, Computed } from './computing.ts'

/**
 * Computes in a worker of its own, which ends with the result or with the signal. Rejects with an
 * Error whose message is one sentence for the reader, or with the signal's reason.
 *
 * @example await computeInWorker('cosines', flatVectors(rows), signal)
 */
export function computeInWorker<Name extends ComputationName>(
  name: Name,
  from: Computations[Name]['from'],
  signal: AbortSignal,
): Promise<Computations[Name]['to']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' })
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('Stopped.'))
    }
    signal.addEventListener('abort', stop)
    worker.onmessage = ({ data }: MessageEvent<Computed>) => {
      end()
      // The worker answers each name with its own result.
      if ('result' in data) resolve(data.result as Computations[Name]['to'])
      else reject(new Error(data.problem))
    }
    worker.onerror = () => {
      end()
      reject(new Error('The picture could not be computed in the background; try again.'))
    }
    worker.postMessage({ name, from })
  })
}
