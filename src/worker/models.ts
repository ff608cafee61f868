import { runtimeFiles, type Device } from './runtime.ts'

/** What a component may show of any model before it is loaded. */
interface CommonFacts {
  /** Also the folder under public/models. */
  readonly id: string
  readonly name: string
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

/** A model that writes. */
export interface LanguageModelFacts extends CommonFacts {
  readonly kind: 'language'
}

/** A model that turns texts into vectors. */
export interface EmbeddingModelFacts extends CommonFacts {
  readonly kind: 'embedding'
  /** Languages that it knows, as BCP 47 tags. */
  readonly languages: readonly string[]
  /** Most tokens that it reads of a text, prefix and special tokens included. */
  readonly maxTokens: number
  readonly dimensions: number
  /** Id of its token for what is not in its vocabulary. */
  readonly unknownId: number
  /** What is put before a question and before a passage; '' for nothing. */
  readonly prefixes: { readonly query: string; readonly passage: string }
  /** What it cannot do, one sentence each, for the reader. */
  readonly cannot: readonly string[]
}

export type ModelFacts = LanguageModelFacts | EmbeddingModelFacts

/** The models that this site serves; a unit test holds each row to its manifest. */
export const models: readonly ModelFacts[] = [
  {
    id: 'SmolLM2-135M-Instruct',
    name: 'SmolLM2 135M Instruct',
    kind: 'language',
    about: 'A small English language model that follows simple instructions.',
    bytes: 98_642_958,
    memoryBytes: 1_209_000_000,
    licence: 'Apache-2.0',
    publisher: 'HuggingFaceTB',
    source: 'https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct',
    checksum: 'a531f1230e67f666d6dfe852c4f463ee9be7c768aa4376f84f9f8a584ac9fd03',
  },
  {
    id: 'all-MiniLM-L6-v2',
    name: 'all-MiniLM-L6-v2',
    kind: 'embedding',
    about: 'A small English embedder: the classic first choice for semantic search.',
    bytes: 25_143_504,
    memoryBytes: 710_000_000,
    licence: 'Apache-2.0',
    publisher: 'sentence-transformers',
    source: 'https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2',
    checksum: '8e80e7994ce1a8496745c1b2fded44a148954092f45536ca73b574c74be494fb',
    languages: ['en'],
    maxTokens: 256,
    dimensions: 384,
    unknownId: 100,
    prefixes: { query: '', passage: '' },
    cannot: [
      'It knows English only; text in other scripts gets poor vectors.',
      'It reads at most 256 tokens of a text; what comes after is not seen.',
    ],
  },
  {
    id: 'multilingual-e5-small-en-zh',
    name: 'multilingual-e5-small (English and Chinese)',
    kind: 'embedding',
    about:
      'An embedder for English and Chinese, from a 4-bit package of multilingual-e5-small with its vocabulary cut to the two languages.',
    bytes: 31_294_107,
    memoryBytes: 1_100_000_000,
    licence: 'MIT',
    publisher: 'intfloat',
    source: 'https://huggingface.co/intfloat/multilingual-e5-small',
    checksum: 'fa5d843f47a8ac75e9953a4159081e4543e629751f2c2418388c7c9fedfab4a7',
    languages: ['en', 'zh'],
    maxTokens: 512,
    dimensions: 384,
    unknownId: 3,
    prefixes: { query: 'query: ', passage: 'passage: ' },
    cannot: [
      'It knows English and Chinese only; other languages fall into single letters or unknown marks.',
      'It reads at most 512 tokens of a text, its prefix included; what comes after is not seen.',
      'Its cosines lie close together: with a question about one of our texts the chunks of the others lie mostly at 0.72 to 0.81, those with the answer mostly at 0.80 to 0.90. Rank by them, and never use a threshold of another model.',
    ],
  },
]

const isLanguage = (model: ModelFacts): model is LanguageModelFacts => model.kind === 'language'
const isEmbedding = (model: ModelFacts): model is EmbeddingModelFacts => model.kind === 'embedding'

/** The models that write. */
export const languageModels: readonly LanguageModelFacts[] = models.filter(isLanguage)

/** The models that turn texts into vectors. */
export const embeddingModels: readonly EmbeddingModelFacts[] = models.filter(isEmbedding)

/** The facts of a model, or null for an id that this site does not serve. */
export const findModel = (id: string): ModelFacts | null =>
  models.find((model) => model.id === id) ?? null

/** The facts of an embedder, or null for an id that this site serves no embedder of. */
export const findEmbeddingModel = (id: string): EmbeddingModelFacts | null =>
  embeddingModels.find((model) => model.id === id) ?? null

/** Bytes of the runtime of a device, fetched once for all models. */
export const runtimeBytes = (device: Device = 'wasm'): number =>
  runtimeFiles(device).reduce((sum, file) => sum + file.bytes, 0)

/** Bytes that a first load fetches: the model's files and the runtime. */
export const downloadBytes = (model: ModelFacts, device: Device = 'wasm'): number =>
  model.bytes + runtimeBytes(device)
