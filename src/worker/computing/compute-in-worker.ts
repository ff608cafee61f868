import { askWorker } from '../ask-worker.ts'
import type { ComputationName, Computations } from './computing.ts'

/**
 * Computes in a worker of its own; it rejects as `askWorker` does.
 *
 * @example await computeInWorker('cosines', flatVectors(rows), signal)
 */
export function computeInWorker<Name extends ComputationName>(
  name: Name,
  from: Computations[Name]['from'],
  signal: AbortSignal,
): Promise<Computations[Name]['to']> {
  const worker = new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' })
  const failure = 'The picture could not be computed in the background; try again.'
  return askWorker<Computations[Name]['to']>(worker, { name, from }, { signal, failure })
}
