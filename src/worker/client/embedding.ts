import type {
  Embedding,
  EmbeddingRole,
  EmbedProgress,
  LoadedEmbedder,
  Reading,
  TokenEmbedding,
  TokenSpan,
} from '../embedding/embedding.ts'
import { ModelError } from '../model-error.ts'
import { findEmbeddingModel } from '../models.ts'
import { embedTexts } from './embed-texts.ts'
import { holdModel, type Cancellable, type Held, type LoadOptions } from './shared-worker.ts'
import { unpackSpans } from './unpack-spans.ts'
import { createVectorMemory } from './vector-memory.ts'

interface EmbedOptions extends Cancellable {
  readonly role: EmbeddingRole
  /** Hears of each text that is done. */
  readonly onProgress?: ((progress: EmbedProgress) => void) | undefined
}

/** An embedder that runs in this browser. */
export interface EmbeddingModel {
  readonly id: string
  readonly dimensions: number
  /** Most tokens that it reads of a text, prefix and special tokens included. */
  readonly maxTokens: number
  readonly threads: number
  /** One sentence for the reader when something is less than it could be, or null. */
  readonly notice: string | null
  /** The tokens of the text itself, without prefix and special tokens, in order. */
  tokenSpans(text: string, options?: Cancellable): Promise<readonly TokenSpan[]>
  /** What it would read of each text; nothing is embedded. */
  read(
    texts: readonly string[],
    options: Cancellable & { readonly role: EmbeddingRole },
  ): Promise<readonly Reading[]>
  /** The texts as vectors, in their order; texts embedded before come from memory. */
  embed(texts: readonly string[], options: EmbedOptions): Promise<readonly Embedding[]>
  /** The tokens of the texts as vectors, for late interaction. */
  embedTokens(texts: readonly string[], options: EmbedOptions): Promise<readonly TokenEmbedding[]>
  /** Gives it back; the worker ends, and its memory with it, when nobody uses a model any more. */
  dispose(): void
}

/**
 * An embedder by its id, fetched, checked and opened in the worker of the models. Asking twice gives
 * the same copy. Fails with a `ModelError`: one sentence that says what to do.
 */
export const loadEmbeddingModel = async (
  id: string,
  options: LoadOptions = {},
): Promise<EmbeddingModel> => {
  if (findEmbeddingModel(id) === null)
    throw new ModelError('unknown-model', `This site serves no embedder named ${id}.`)
  return embeddingModel(id, await holdModel('loadEmbedder', id, options))
}

/** Vectors of unchanged texts, for the life of the page: some 30,000 texts, or 150 with all tokens. */
const memory = createVectorMemory(64e6)

const embeddingModel = (
  id: string,
  { facts, worker, dispose }: Held<LoadedEmbedder>,
): EmbeddingModel => ({
  id,
  ...facts,
  tokenSpans: async (text, { signal } = {}) =>
    unpackSpans(await worker.call('tokenSpans', { modelId: id, text }, { signal })),
  read: (texts, { role, signal }) =>
    worker.call('read', { modelId: id, texts: [...texts], role }, { signal }),
  embed: (texts, options) =>
    embedTexts({
      ...options,
      worker,
      modelId: id,
      texts,
      of: 'text',
      kept: memory.of(id, options.role),
    }),
  embedTokens: (texts, options) =>
    embedTexts({
      ...options,
      worker,
      modelId: id,
      texts,
      of: 'tokens',
      kept: memory.ofTokens(id, options.role),
    }),
  dispose,
})
