/** What a component may use of the models that run in the page. */
export { loadEmbeddingModel, type EmbeddingModel } from './client/embedding.ts'
export { hasGpu } from './client/has-gpu.ts'
export { loadLanguageModel, type LanguageModel } from './client/language.ts'
export { ModelError } from './model-error.ts'
export type * from './embedding/embedding.ts'
export type * from './protocol.ts'
