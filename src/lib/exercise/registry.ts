import { kvCacheBytes } from '../cache/kv-cache-bytes.ts'
import { bytesPerElement } from '../cache/bytes-per-element.ts'
import { ragTokens as contextOfRag } from '../memory/rag-tokens.ts'
import { countParameters } from '../model/count-parameters.ts'
import { bytesPer } from '../units/units.ts'
import { isWeightFormat } from '../weights/weight-formats.ts'
import { weightBytes } from '../weights/weight-bytes.ts'
import { chunkingFunctions } from './chunking-functions.ts'
import { inferenceBytes } from './inference-bytes.ts'
import { bytesArg, cacheFormatArg, numberArg, numbersArg, specOf, textArg } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'
import { retrievalFunctions } from './retrieval-functions.ts'
import { samplingFunctions } from './sampling-functions.ts'
import type { Lookups } from './lookups.ts'
import { maxTokens } from './max-tokens.ts'
import { modelField } from './model-fields.ts'

export type KeyFunction = (args: KeyArgs, lookups: Lookups) => number

/**
 * Cache bytes, rounding of engines left out. `format` sets keys and values alike, f16 by default;
 * `keyFormat` and `valueFormat` part them.
 */
const kvBytes: KeyFunction = (args, lookups) => {
  const format = cacheFormatArg(args, 'format')
  return kvCacheBytes(specOf(args, lookups), {
    engine: 'transformers',
    rounding: false,
    tokens: numberArg(args, 'tokens'),
    sequences: numberArg(args, 'sequences', 1),
    keyFormat: cacheFormatArg(args, 'keyFormat', format),
    valueFormat: cacheFormatArg(args, 'valueFormat', format),
  }).total
}

const kvBytesPerToken: KeyFunction = (args, lookups) => kvBytes({ ...args, tokens: 1 }, lookups)

const modelWeightBytes: KeyFunction = (args, lookups) => {
  const format = textArg(args, 'format')
  if (isWeightFormat(format)) return weightBytes(specOf(args, lookups), format)
  throw new RangeError(`format is "${format}", not a weight format`)
}

const parameters: KeyFunction = (args, lookups) => countParameters(specOf(args, lookups)).total

/** Bits of a weight in a format, over all weights: `8 x weightBytes / parameters`. */
const bitsPerWeight: KeyFunction = (args, lookups) =>
  (8 * modelWeightBytes(args, lookups)) / parameters(args, lookups)

/**
 * How many times a published table's cache is ours: `published / kvBytes`. The table that the
 * course audits gives 3 GiB for 512 tokens in 16 bits, and the rest in proportion.
 */
const postFactor: KeyFunction = (args, lookups) =>
  bytesArg(args, 'published', 3 * bytesPer.GiB) / kvBytes({ tokens: 512, ...args }, lookups)

/** Layers of this model's shape that would make its cache as large as published. */
const layersFor: KeyFunction = (args, lookups) =>
  postFactor(args, lookups) * modelField(specOf(args, lookups), 'layers')

/** Tokens of a RAG request: `chunks x tokensPerChunk + promptTokens + answerTokens`. */
const ragTokens: KeyFunction = (args) =>
  contextOfRag({
    chunks: numberArg(args, 'chunks'),
    tokensPerChunk: numberArg(args, 'tokensPerChunk'),
    promptTokens: numberArg(args, 'promptTokens', 0),
    answerTokens: numberArg(args, 'answerTokens', 0),
  })

/**
 * The functions that a `key`, a `{number}` in a text, an exercise's check and `<Num>` may name.
 * Each takes plain arguments; `model` is the id of a model in the data, sizes may be texts with a
 * unit ('24 GiB'), and any argument may be a nested call.
 */
export const keyFunctions: Readonly<Record<string, KeyFunction>> = {
  kvBytes,
  kvBytesPerToken,
  parameters,
  weightBytes: modelWeightBytes,
  bitsPerWeight,
  maxTokens,
  inferenceBytes,
  postFactor,
  layersFor,
  ragTokens,
  ...samplingFunctions,
  ...retrievalFunctions,
  ...chunkingFunctions,
  /** Bytes of one cached number, scales included: q8_0 is 1.0625. */
  bytesPerElement: (args) => bytesPerElement(cacheFormatArg(args, 'format')),
  /** layers, heads, kvHeads, headDim, hiddenSize, vocabSize or maxPositions of a model. */
  modelField: (args, lookups) => modelField(specOf(args, lookups), textArg(args, 'field')),
  /** A published or chosen number, so that a text can write it in units: `{ bytes: '24 GiB' }`. */
  size: (args) => bytesArg(args, 'bytes'),
  value: (args) => numberArg(args, 'of'),
  sum: (args) => numbersArg(args, 'of').reduce((sum, each) => sum + each, 0),
  product: (args) => numbersArg(args, 'of').reduce((product, each) => product * each, 1),
  difference: (args) => numberArg(args, 'from') - numberArg(args, 'take'),
  ratio: (args) => numberArg(args, 'of') / numberArg(args, 'to'),
  /** 1 when the two are equal, else 0: for `correct` of an option. */
  same: (args) => (numberArg(args, 'a') === numberArg(args, 'b') ? 1 : 0),
  /** 1 when a is more than b, else 0: for `correct` of an option. */
  more: (args) => (numberArg(args, 'a') > numberArg(args, 'b') ? 1 : 0),
}
