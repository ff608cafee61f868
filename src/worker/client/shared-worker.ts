import { cancelledError, ModelError } from '../model-error.ts'
import type { ModelFacts } from '../models.ts'
import type { LoadProgress, Methods } from '../protocol.ts'
import type { Device } from '../runtime.ts'
import { openWorkerLink, type WorkerLink } from '../worker-link.ts'

export interface Cancellable {
  readonly signal?: AbortSignal | undefined
}

export interface LoadOptions extends Cancellable {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined
  /** Where a language model computes; absent: in WebAssembly. */
  readonly device?: Device | undefined
}

/** A model that is loaded, and the worker that it is in. */
export interface Held<Facts> {
  readonly facts: Facts
  readonly worker: WorkerLink
  /** Gives it back; the worker ends, and its memory with it, when nobody uses a model any more. */
  readonly dispose: () => void
}

/** The one worker of this page, and how many hold each of its models. */
let link: WorkerLink | null = null
const holders = new Map<string, number>()

/** On a device with little memory a second model takes the place of the first. */
const isSmallDevice = (): boolean => {
  const memory: unknown = Reflect.get(navigator, 'deviceMemory')
  return typeof memory === 'number' && memory <= 4
}

const makeRoom = (modelId: string): void => {
  const others = [...holders.keys()].some((id) => id !== modelId)
  if (!others || !isSmallDevice()) return
  link?.close(
    new ModelError(
      'unloaded',
      'The model made room for another one on this device; load it again.',
    ),
  )
}

const workerFor = (modelId: string, kind: ModelFacts['kind']): WorkerLink => {
  makeRoom(modelId)
  if (link?.alive !== true) {
    link = openWorkerLink(kind)
    holders.clear()
  }
  holders.set(modelId, (holders.get(modelId) ?? 0) + 1)
  return link
}

const letGo = (modelId: string, from: WorkerLink): void => {
  if (from !== link) return
  const left = (holders.get(modelId) ?? 1) - 1
  if (left > 0) {
    holders.set(modelId, left)
    return
  }
  holders.delete(modelId)
  if (holders.size === 0)
    from.close(new ModelError('unloaded', 'The model is not loaded any more.'))
  else void from.call('unload', { modelId }).catch(() => undefined)
}

/** True while the page's worker has no model, so that its runtime can still be chosen. */
export const isWorkerFree = (): boolean => link?.alive !== true || holders.size === 0

/** Loads a model into the page's one worker; asking twice gives the same copy. */
export const holdModel = async <Load extends 'load' | 'loadEmbedder'>(
  method: Load,
  modelId: string,
  { onProgress, signal, device }: LoadOptions,
): Promise<Held<Methods[Load]['result']>> => {
  const worker = workerFor(modelId, method === 'load' ? 'language' : 'embedding')
  // Nobody else needs the worker: ending it stops a load at once, whatever it is at.
  const stop = () => {
    if (holders.size === 1 && holders.get(modelId) === 1) worker.close(cancelledError())
  }
  signal?.addEventListener('abort', stop)
  try {
    const facts = await worker.call(method, { modelId, device }, { onProgress, signal })
    let held = true
    const dispose = () => {
      if (held) letGo(modelId, worker)
      held = false
    }
    return { facts, worker, dispose }
  } catch (error) {
    letGo(modelId, worker)
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
