import { cancelledError, ModelError } from './model-error.ts'
import { findModel } from './models.ts'
import type {
  ChatMessage,
  GenerationRequest,
  GenerationStep,
  LoadProgress,
  Token,
} from './protocol.ts'
import { openWorkerLink, type WorkerLink } from './worker-link.ts'

export { ModelError } from './model-error.ts'
export type * from './protocol.ts'

interface Cancellable {
  readonly signal?: AbortSignal | undefined
}

/** A language model that runs in this browser. */
export interface LanguageModel {
  readonly id: string
  readonly vocabularySize: number
  /** Most tokens that it reads at once. */
  readonly contextLength: number
  readonly endTokenIds: readonly number[]
  readonly threads: number
  /** One sentence for the reader when something is less than it could be, or null. */
  readonly notice: string | null
  /** The tokens of a text; marks such as `<|im_end|>` in it become the marks themselves. */
  tokenize(text: string): Promise<readonly Token[]>
  tokens(ids: readonly number[]): Promise<readonly Token[]>
  /** A conversation as the one text that the model reads, up to where its answer begins. */
  chatPrompt(messages: readonly ChatMessage[]): Promise<string>
  /**
   * Logits over the whole vocabulary after these tokens. What they share from the start with the
   * tokens of the last call is not computed again: forcing, rewinding and branching are this call
   * with other tokens.
   */
  nextLogits(ids: readonly number[], options?: Cancellable): Promise<Float64Array>
  /** Draws token after token; `onToken` hears each at once. */
  generate(
    request: GenerationRequest,
    options?: Cancellable & { readonly onToken?: ((step: GenerationStep) => void) | undefined },
  ): Promise<readonly GenerationStep[]>
  /** Gives it back; the worker ends, and its memory with it, when nobody uses a model any more. */
  dispose(): void
}

interface LoadOptions extends Cancellable {
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined
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

const workerFor = (modelId: string): WorkerLink => {
  makeRoom(modelId)
  if (link?.alive !== true) {
    link = openWorkerLink()
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

/**
 * A language model by its id, fetched, checked and opened in a worker of its own. Asking twice gives
 * the same copy. Fails with a `ModelError`: one sentence that says what to do.
 */
export const loadLanguageModel = async (
  id: string,
  { onProgress, signal }: LoadOptions = {},
): Promise<LanguageModel> => {
  if (findModel(id) === null)
    throw new ModelError('unknown-model', `This site serves no model named ${id}.`)
  const worker = workerFor(id)
  // Nobody else needs the worker: ending it stops a load at once, whatever it is at.
  const stop = () => {
    if (holders.size === 1 && holders.get(id) === 1) worker.close(cancelledError())
  }
  signal?.addEventListener('abort', stop)
  try {
    const facts = await worker.call('load', { modelId: id }, { onProgress, signal })
    return languageModel(id, worker, facts)
  } catch (error) {
    letGo(id, worker)
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

const languageModel = (
  id: string,
  worker: WorkerLink,
  facts: Omit<
    LanguageModel,
    'id' | 'tokenize' | 'tokens' | 'chatPrompt' | 'nextLogits' | 'generate' | 'dispose'
  >,
): LanguageModel => {
  let held = true
  return {
    id,
    ...facts,
    tokenize: (text) => worker.call('tokenize', { modelId: id, text }),
    tokens: (ids) => worker.call('tokens', { modelId: id, ids: [...ids] }),
    chatPrompt: (messages) => worker.call('chatPrompt', { modelId: id, messages }),
    nextLogits: async (ids, { signal } = {}) =>
      new Float64Array(await worker.call('nextLogits', { modelId: id, ids: [...ids] }, { signal })),
    generate: (request, { signal, onToken } = {}) =>
      worker.call('generate', { modelId: id, request }, { signal, onStep: onToken }),
    dispose: () => {
      if (held) letGo(id, worker)
      held = false
    },
  }
}
