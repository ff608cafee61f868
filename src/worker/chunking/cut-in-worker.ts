import type { Cut, CutRequest } from '../../lib/chunking-lab/cut.ts'
import { askWorker } from '../ask-worker.ts'

/** Cuts a text in a worker of its own; it rejects as `askWorker` does. */
export function cutInWorker(request: CutRequest, signal: AbortSignal): Promise<Cut> {
  const worker = new Worker(new URL('./chunk.worker.ts', import.meta.url), { type: 'module' })
  const failure = 'The text could not be cut in the background; try again.'
  return askWorker<Cut>(worker, request, { signal, failure })
}
