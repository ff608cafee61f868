import { sitePrefix } from './files/site-prefix.ts'
import { loadModel } from './load-model.ts'
import type { WorkerLanguageModel } from './language/worker-language-model.ts'
import { asModelError, cancelledError, ModelError } from './model-error.ts'
import { findModel, type ModelFacts } from './models.ts'
import type { LoadedFacts, Method, Methods, Reply, Request } from './protocol.ts'
import { threadCount } from './transformers-setup.ts'

/** The part of a worker's global scope that is used here. */
interface Scope {
  onmessage: ((event: MessageEvent<Request>) => void) | null
  postMessage(reply: Reply, transfer?: Transferable[]): void
}
const scope = globalThis as unknown as Scope

interface Call {
  readonly id: number
  readonly signal: AbortSignal
}

type Handlers = {
  readonly [M in Method]: (args: Methods[M]['args'], call: Call) => Promise<Methods[M]['result']>
}

const opened = new Map<string, WorkerLanguageModel>()
const underWay = new Map<number, AbortController>()

const factsOf = (modelId: string): ModelFacts => {
  const model = findModel(modelId)
  if (model === null)
    throw new ModelError('unknown-model', `This site serves no model named ${modelId}.`)
  return model
}

const languageModel = (modelId: string): WorkerLanguageModel => {
  const model = opened.get(modelId)
  if (model === undefined)
    throw new ModelError('unloaded', 'The model is not loaded any more; load it again.')
  return model
}

const notice = (stored: boolean, model: ModelFacts): string | null =>
  stored
    ? null
    : `The model runs, but this browser has no room to keep its ${(model.bytes / 1e6).toFixed(0)} MB, so the next visit fetches it again.`

const loadedFacts = (model: WorkerLanguageModel, words: string | null): LoadedFacts => ({
  vocabularySize: model.vocabularySize,
  contextLength: model.contextLength,
  endTokenIds: model.endTokenIds,
  threads: threadCount(),
  notice: words,
})

const handlers: Handlers = {
  load: async ({ modelId }, { id, signal }) => {
    const model = factsOf(modelId)
    const here = opened.get(modelId)
    if (here !== undefined) return loadedFacts(here, null)
    const { language, stored } = await loadModel({
      model,
      base: import.meta.env.BASE_URL.replace(/\/?$/, '/'),
      signal,
      onProgress: (value) => scope.postMessage({ call: id, kind: 'progress', value }),
    })
    if (signal.aborted) {
      await language.dispose()
      throw cancelledError()
    }
    opened.set(modelId, language)
    return loadedFacts(language, notice(stored, model))
  },
  tokenize: ({ modelId, text }) => Promise.resolve(languageModel(modelId).tokenize(text)),
  tokens: ({ modelId, ids }) => Promise.resolve(languageModel(modelId).tokens(ids)),
  chatPrompt: ({ modelId, messages }) =>
    Promise.resolve(languageModel(modelId).chatPrompt(messages)),
  nextLogits: ({ modelId, ids }, { signal }) => languageModel(modelId).nextLogits(ids, signal),
  generate: ({ modelId, request }, { id, signal }) =>
    languageModel(modelId).generate({
      request,
      signal,
      onStep: (value) => scope.postMessage({ call: id, kind: 'step', value }),
    }),
  unload: async ({ modelId }) => {
    await opened.get(modelId)?.dispose()
    opened.delete(modelId)
    return null
  },
}

const run = <M extends Method>(method: M, args: Methods[M]['args'], call: Call) =>
  handlers[method](args, call)

const perform = async (request: Exclude<Request, { method: 'cancel' }>, signal: AbortSignal) => {
  const { call, method, args } = request
  try {
    if (signal.aborted) throw cancelledError()
    const value = await run(method, args, { id: call, signal })
    const transfer = value instanceof Float32Array ? [value.buffer] : []
    scope.postMessage({ call, kind: 'result', value }, transfer)
  } catch (cause) {
    const need = findModel(args.modelId)?.memoryBytes ?? 0
    const error = signal.aborted ? cancelledError() : asModelError(cause, need)
    scope.postMessage({ call, kind: 'failed', code: error.code, message: error.message })
  } finally {
    underWay.delete(call)
  }
}

/** One thing at a time: WebAssembly has one core, and a model one memory. */
let queue: Promise<void> = Promise.resolve()

scope.onmessage = ({ data }) => {
  if (data.method === 'cancel') {
    underWay.get(data.call)?.abort()
    return
  }
  const controller = new AbortController()
  underWay.set(data.call, controller)
  queue = queue.then(() => perform(data, controller.signal))
}

/** The page asks for this lock as well: it gets it at the moment this worker is gone. */
void navigator.locks?.request(`${sitePrefix()}${self.name}`, () => new Promise(() => undefined))
