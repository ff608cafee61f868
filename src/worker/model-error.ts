import type { ModelFacts } from './models.ts'

/** Why a model could not do what was asked. */
export type ModelErrorCode =
  | 'missing-file'
  | 'network'
  | 'cut-off'
  | 'checksum'
  | 'memory'
  | 'no-wasm'
  | 'storage-full'
  | 'worker-died'
  | 'cancelled'
  | 'too-long'
  | 'empty-prompt'
  | 'unknown-model'
  | 'unloaded'
  | 'bad-input'
  | 'failed'

/** A failure with a code for programs and one sentence for people. */
export class ModelError extends Error {
  readonly code: ModelErrorCode

  constructor(code: ModelErrorCode, message: string) {
    super(message)
    this.name = 'ModelError'
    this.code = code
  }
}

/** What the sentences say of the model that failed. */
export type ModelNeeds = Pick<ModelFacts, 'kind' | 'memoryBytes'>

const memoryWords =
  /out of memory|bad_alloc|allocat|memory access out of bounds|invalid (typed )?array (buffer )?length|Aborted\(|unreachable/i
const wasmWords = /no available backend|WebAssembly (is not|module)|wasm.*(not supported|simd)/i

const wordsOf = (cause: unknown): string =>
  cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)

/** What the reader still has of a model that does not run here, by its kind. */
const recorded: Readonly<Record<ModelFacts['kind'], string>> = {
  language: 'the recorded runs',
  embedding: 'the recorded vectors',
}

/** The sentence for a device that cannot hold the model. */
export const memoryError = ({ kind, memoryBytes }: ModelNeeds): ModelError =>
  new ModelError(
    'memory',
    `This device has not enough free memory for the model, which needs about ${(memoryBytes / 1e9).toFixed(1)} GB; close other tabs and try again, or stay with ${recorded[kind]}.`,
  )

/** The sentence for a browser that cannot run WebAssembly with SIMD. */
export const wasmError = (kind: ModelFacts['kind']): ModelError =>
  new ModelError(
    'no-wasm',
    `This browser does not run WebAssembly with SIMD, which the model needs; ${recorded[kind]} still work.`,
  )

/** The sentence for something that the reader stopped. */
export const cancelledError = (): ModelError =>
  new ModelError('cancelled', 'Stopped, as you asked.')

/** The sentence for a worker that is gone without a word. */
export const workerDiedError = (): ModelError =>
  new ModelError(
    'worker-died',
    'The browser ended the model’s worker, most likely because memory ran short; load the model again.',
  )

/** Any failure as a `ModelError`: what the runtime says of memory and WebAssembly is recognised. */
export const asModelError = (cause: unknown, needs: ModelNeeds): ModelError => {
  if (cause instanceof ModelError) return cause
  if (cause instanceof DOMException && cause.name === 'AbortError') return cancelledError()
  const words = wordsOf(cause)
  if (memoryWords.test(words)) return memoryError(needs)
  if (wasmWords.test(words)) return wasmError(needs.kind)
  if (cause instanceof RangeError) return new ModelError('bad-input', cause.message)
  return new ModelError('failed', `The model could not run (${words}); load it again.`)
}
