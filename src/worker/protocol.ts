import type { EmbeddedText, EmbeddingRole, LoadedEmbedder, Reading } from './embedding/embedding.ts'
import type { ModelErrorCode } from './model-error.ts'
import type { Device } from './runtime.ts'
import type { SamplerRules } from '../lib/sampling/rules.ts'
import type { SamplerStep } from '../lib/sampling/step.ts'

/** A piece of text that the model reads or writes as one. */
export interface Token {
  readonly id: number
  /** The token as it stands alone; bytes that are no whole character show as U+FFFD. */
  readonly text: string
  readonly bytes: readonly number[]
  /** A mark of the model's, such as the end of a turn. */
  readonly special: boolean
}

/** Bytes over all files of a load. */
export interface LoadProgress {
  readonly loadedBytes: number
  readonly totalBytes: number
  /** The file under way, or what is done once all files are here. */
  readonly file: string
}

/** What a loaded language model says of itself. */
export interface LoadedFacts {
  readonly vocabularySize: number
  readonly contextLength: number
  readonly endTokenIds: readonly number[]
  readonly threads: number
  /** One sentence for the reader when something is less than it could be, or null. */
  readonly notice: string | null
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** One token that was drawn. */
export interface GenerationStep {
  readonly token: Token
  /** Its probability in the distribution that it was drawn from. */
  readonly probability: number
  /** Its probability by the model alone, before any step of the chain. */
  readonly modelProbability: number
  /** How many tokens the chain had kept. */
  readonly keptCount: number
}

export interface GenerationRequest {
  /** What the model has read: the prompt, and what was written or forced after it. */
  readonly ids: readonly number[]
  /** How many of the ids are the prompt; absent: all. Some penalties count only what follows it. */
  readonly promptLength?: number | undefined
  /** The chain; without a step the model's own probabilities are drawn from. */
  readonly steps: readonly SamplerStep[]
  /** An engine's rules for ties and limits; absent: the exact ones. */
  readonly rules?: SamplerRules | undefined
  readonly seed: number
  /** Numbers of the seed's series that were drawn before, which are passed over; absent: none. */
  readonly skip?: number | undefined
  readonly maxTokens: number
  /** The first of these ends the text. */
  readonly stopTokenIds: readonly number[]
}

/** What may be asked of the worker, and what comes back. */
export interface Methods {
  load: { args: { modelId: string; device?: Device | undefined }; result: LoadedFacts }
  tokenize: { args: { modelId: string; text: string }; result: readonly Token[] }
  tokens: { args: { modelId: string; ids: readonly number[] }; result: readonly Token[] }
  chatPrompt: { args: { modelId: string; messages: readonly ChatMessage[] }; result: string }
  nextLogits: { args: { modelId: string; ids: readonly number[] }; result: Float32Array }
  generate: {
    args: { modelId: string; request: GenerationRequest }
    result: readonly GenerationStep[]
  }
  loadEmbedder: { args: { modelId: string }; result: LoadedEmbedder }
  /** Start, end and id of each token, one after the other. */
  tokenSpans: { args: { modelId: string; text: string }; result: Int32Array<ArrayBuffer> }
  read: {
    args: { modelId: string; texts: readonly string[]; role: EmbeddingRole }
    result: readonly Reading[]
  }
  /** The texts come in replies of the kind 'batch', as they are done. */
  embed: {
    args: { modelId: string; texts: readonly string[]; role: EmbeddingRole; of: 'text' | 'tokens' }
    result: null
  }
  unload: { args: { modelId: string }; result: null }
}

export type Method = keyof Methods

type RequestOf<M extends Method> = M extends Method
  ? { readonly call: number; readonly method: M; readonly args: Methods[M]['args'] }
  : never

/** A message to the worker. */
export type Request = RequestOf<Method> | { readonly call: number; readonly method: 'cancel' }

/** A message from the worker. */
export type Reply =
  | { readonly call: number; readonly kind: 'progress'; readonly value: LoadProgress }
  | { readonly call: number; readonly kind: 'step'; readonly value: GenerationStep }
  | { readonly call: number; readonly kind: 'batch'; readonly value: readonly EmbeddedText[] }
  | { readonly call: number; readonly kind: 'result'; readonly value: unknown }
  | {
      readonly call: number
      readonly kind: 'failed'
      readonly code: ModelErrorCode
      readonly message: string
    }
