import { wasmRuntime } from './runtime.ts'

/** What a component may show of a model before it is loaded. */
export interface ModelFacts {
  /** Also the folder under public/models. */
  readonly id: string
  readonly name: string
  readonly kind: 'language'
  /** One sentence on what it is. */
  readonly about: string
  /** Bytes of the files that it runs from. */
  readonly bytes: number
  /** Bytes of memory that the tab needs while it runs, measured in Chromium. */
  readonly memoryBytes: number
  readonly licence: string
  readonly publisher: string
  readonly source: string
  /** sha256 of the list of its files and their checksums; see `modelChecksum`. */
  readonly checksum: string
}

/** The models that this site serves; a unit test holds each row to its manifest. */
export const models: readonly ModelFacts[] = [
  {
    id: 'SmolLM2-135M-Instruct',
    name: 'SmolLM2 135M Instruct',
    kind: 'language',
    about: 'A small English language model that follows simple instructions.',
    bytes: 98_380_755,
    memoryBytes: 1_209_000_000,
    licence: 'Apache-2.0',
    publisher: 'HuggingFaceTB',
    source: 'https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct',
    checksum: 'f7a19c1dddf6dd6653113b23378ceda1095ac61c7a68ea5fc7c03c61d8200f05',
  },
]

/** The facts of a model, or null for an id that this site does not serve. */
export const findModel = (id: string): ModelFacts | null =>
  models.find((model) => model.id === id) ?? null

/** Bytes of the WebAssembly runtime, fetched once for all models. */
export const runtimeBytes = wasmRuntime.files.reduce((sum, file) => sum + file.bytes, 0)

/** Bytes that a first load fetches: the model's files and the runtime. */
export const downloadBytes = (model: ModelFacts): number => model.bytes + runtimeBytes
