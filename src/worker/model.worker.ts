import { sitePrefix } from './files/site-prefix.ts'
import type { EmbeddedText } from './embedding/embedding.ts'
import { openEmbedder, type WorkerEmbedder } from './embedding/worker-embedder.ts'
import { openLanguageModel, type WorkerLanguageModel } from './language/worker-language-model.ts'
import { loadModel, type LoadOptions, type ModelFiles } from './load-model.ts'
import { asModelError, cancelledError, ModelError } from './model-error.ts'
import { findEmbeddingModel, findModel, languageModels, type ModelFacts } from './models.ts'
import type { Method, Methods, Reply, Request } from './protocol.ts'
import type { Device } from './runtime.ts'
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

const languages = new Map<string, WorkerLanguageModel>()
const embedders = new Map<string, WorkerEmbedder>()
const underWay = new Map<number, AbortController>()

/** What must be there: a row of the site's table, or a model that was loaded before. */
const known = <Facts>(modelId: string, facts: Facts | null | undefined): Facts => {
  if (facts === undefined || facts === null)
    throw new ModelError('unknown-model', `This site serves no model named ${modelId}.`)
  return facts
}

const loaded = <Model>(models: ReadonlyMap<string, Model>, modelId: string): Model => {
  const model = models.get(modelId)
  if (model === undefined)
    throw new ModelError('unloaded', 'The model is not loaded any more; load it again.')
  return model
}

const unkept = (model: ModelFacts): string =>
  `The model runs, but this browser has no room to keep its ${(model.bytes / 1e6).toFixed(0)} MB, so the next visit fetches it again.`

const tokenizerOf = (files: ModelFiles): string =>
  new TextDecoder().decode(files.get('tokenizer.json'))

/** A model from its map, or fetched, checked, opened and put there. */
const open = async <Facts extends ModelFacts, Model extends { dispose(): Promise<void> }>(
  models: Map<string, Model>,
  options: Pick<LoadOptions<Facts, Model>, 'model' | 'open'> & { readonly device?: Device },
  { id, signal }: Call,
): Promise<{ readonly model: Model; readonly notice: string | null; readonly threads: number }> => {
  const here = models.get(options.model.id)
  if (here !== undefined) return { model: here, notice: null, threads: threadCount() }
  const { opened, stored } = await loadModel({
    device: 'wasm',
    ...options,
    base: import.meta.env.BASE_URL.replace(/\/?$/, '/'),
    signal,
    onProgress: (value) => scope.postMessage({ call: id, kind: 'progress', value }),
  })
  if (signal.aborted) {
    await opened.dispose()
    throw cancelledError()
  }
  models.set(options.model.id, opened)
  return { model: opened, notice: stored ? null : unkept(options.model), threads: threadCount() }
}

const handlers: Handlers = {
  load: async ({ modelId, device = 'wasm' }, call) => {
    const facts = known(
      modelId,
      languageModels.find(({ id }) => id === modelId),
    )
    const { model, ...rest } = await open(
      languages,
      {
        model: facts,
        device,
        open: ({ id }, files) => openLanguageModel(id, files, device),
      },
      call,
    )
    const { vocabularySize, contextLength, endTokenIds } = model
    return { vocabularySize, contextLength, endTokenIds, ...rest }
  },
  loadEmbedder: async ({ modelId }, call) => {
    const { model, ...rest } = await open(
      embedders,
      {
        model: known(modelId, findEmbeddingModel(modelId)),
        open: (facts, files) => openEmbedder(facts, tokenizerOf(files)),
      },
      call,
    )
    return { dimensions: model.dimensions, maxTokens: model.maxTokens, ...rest }
  },
  tokenize: ({ modelId, text }) => Promise.resolve(loaded(languages, modelId).tokenize(text)),
  tokens: ({ modelId, ids }) => Promise.resolve(loaded(languages, modelId).tokens(ids)),
  chatPrompt: ({ modelId, messages }) =>
    Promise.resolve(loaded(languages, modelId).chatPrompt(messages)),
  nextLogits: ({ modelId, ids }, { signal }) => loaded(languages, modelId).nextLogits(ids, signal),
  generate: ({ modelId, request }, { id, signal }) =>
    loaded(languages, modelId).generate({
      request,
      signal,
      onStep: (value) => scope.postMessage({ call: id, kind: 'step', value }),
    }),
  tokenSpans: ({ modelId, text }) => Promise.resolve(loaded(embedders, modelId).tokenSpans(text)),
  read: ({ modelId, texts, role }) =>
    Promise.resolve(texts.map((text) => loaded(embedders, modelId).read(text, role))),
  embed: async ({ modelId, texts, role, of }, { id, signal }) => {
    const onBatch = (value: readonly EmbeddedText[]) =>
      scope.postMessage(
        { call: id, kind: 'batch', value },
        value.flatMap(({ rows, spans }) => [rows.buffer, spans.buffer]),
      )
    await loaded(embedders, modelId).embed({ texts, role, of, signal, onBatch })
    return null
  },
  unload: async ({ modelId }) => {
    await languages.get(modelId)?.dispose()
    languages.delete(modelId)
    await embedders.get(modelId)?.dispose()
    embedders.delete(modelId)
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
    const transfer =
      value instanceof Float32Array || value instanceof Int32Array ? [value.buffer] : []
    scope.postMessage({ call, kind: 'result', value }, transfer)
  } catch (cause) {
    const needs = findModel(args.modelId) ?? { kind: 'language', memoryBytes: 0 }
    const error = signal.aborted ? cancelledError() : asModelError(cause, needs)
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
