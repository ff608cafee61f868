import { ModelError } from '../model-error.ts'
import { languageModels } from '../models.ts'
import type {
  ChatMessage,
  GenerationRequest,
  GenerationStep,
  LoadedFacts,
  Token,
} from '../protocol.ts'
import { checkLogits } from './check-logits.ts'
import {
  holdModel,
  isWorkerFree,
  type Cancellable,
  type Held,
  type LoadOptions,
} from './shared-worker.ts'

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

/**
 * A language model by its id, fetched, checked and opened in a worker of its own. Asking twice gives
 * the same copy. Fails with a `ModelError`: one sentence that says what to do.
 */
export const loadLanguageModel = async (
  id: string,
  options: LoadOptions = {},
): Promise<LanguageModel> => {
  if (!languageModels.some((model) => model.id === id))
    throw new ModelError('unknown-model', `This site serves no language model named ${id}.`)
  const { device, ...plain } = options
  if (device !== 'webgpu') return languageModel(id, await holdModel('load', id, plain))
  if (!isWorkerFree())
    return withNotice(
      await loadLanguageModel(id, plain),
      'Another model is loaded already, so this one computes in WebAssembly as it does.',
    )
  try {
    return await loadOnGpu(id, options)
  } catch (cause) {
    if (options.signal?.aborted === true) throw cause
    return withNotice(
      await loadLanguageModel(id, plain),
      'WebGPU did not work for this model in this browser, so it computes in WebAssembly.',
    )
  }
}

const withNotice = (model: LanguageModel, notice: string): LanguageModel => ({
  ...model,
  notice: [notice, model.notice].filter((words) => words !== null).join(' '),
})

/** With WebGPU; nobody gets a model that does not say what the recorded run says. */
const loadOnGpu = async (id: string, options: LoadOptions): Promise<LanguageModel> => {
  const held = await holdModel('load', id, options)
  const model = languageModel(id, held)
  try {
    await checkLogits(model, options)
    return model
  } catch (cause) {
    model.dispose()
    throw cause
  }
}

const languageModel = (
  id: string,
  { facts, worker, dispose }: Held<LoadedFacts>,
): LanguageModel => ({
  id,
  ...facts,
  tokenize: (text) => worker.call('tokenize', { modelId: id, text }),
  tokens: (ids) => worker.call('tokens', { modelId: id, ids: [...ids] }),
  chatPrompt: (messages) => worker.call('chatPrompt', { modelId: id, messages }),
  nextLogits: async (ids, { signal } = {}) =>
    new Float64Array(await worker.call('nextLogits', { modelId: id, ids: [...ids] }, { signal })),
  generate: (request, { signal, onToken } = {}) =>
    worker.call('generate', { modelId: id, request }, { signal, onStep: onToken }),
  dispose,
})
