import type { Cut, CutRequest } from '../../lib/chunking-lab/cut.ts'

type Answer = { readonly cut: Cut } | { readonly problem: string }

/**
 * Cuts a text in a worker of its own, which ends with the cut or with the signal. Rejects with an
 * Error whose message is one sentence for the reader, or with the signal's reason.
 */
export function cutInWorker(request: CutRequest, signal: AbortSignal): Promise<Cut> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./chunk.worker.ts', import.meta.url), { type: 'module' })
    const end = () => {
      worker.terminate()
      signal.removeEventListener('abort', stop)
    }
    const stop = () => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('Stopped.'))
    }
    signal.addEventListener('abort', stop)
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      end()
      if ('cut' in data) resolve(data.cut)
      else reject(new Error(data.problem))
    }
    worker.onerror = () => {
      end()
      reject(new Error('The text could not be cut in the background; try again.'))
    }
    worker.postMessage(request)
  })
}
