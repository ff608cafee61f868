import type { ByteBase } from '../units/units.ts'
import type { CacheFormat, Engine } from '../memory/setup.ts'
import { CACHE_FORMATS } from '../cache/cache-formats.ts'
import { optionalBytesField } from '../state/bytes-field.ts'
import { choiceField, flagField } from '../state/choice-field.ts'
import type { Schema } from '../state/field.ts'
import { listField } from '../state/list-field.ts'
import { numberField, optionalNumberField, optionalShareField } from '../state/number-field.ts'
import { idField, textField } from '../state/text-field.ts'
import { keptField } from './kept-field.ts'
import { weightFormats } from '../weights/weight-formats.ts'
import type { WeightFormat } from '../weights/weight-formats.ts'

/** Everything that a learner sets in the Memory calculator; the keys stand in its links. */
export interface CalculatorState {
  /** Id of a model of the list. */
  readonly model: string
  /** A pasted config.json, in place of the model; empty for none. */
  readonly config: string
  readonly weightFormat: WeightFormat
  /** Size of the weights' file, in bytes, where it is known better than by computing. */
  readonly fileBytes: number | null
  readonly engine: Engine
  readonly gpu: string
  readonly gpuCount: number
  /** Free memory of one device in bytes, in place of the card's own. */
  readonly memory: number | null
  readonly tokens: number
  readonly sequences: number
  readonly keyFormat: CacheFormat
  readonly valueFormat: CacheFormat
  /** Share of the device that may be used; null leaves it to the engine. */
  readonly utilisation: number | null
  readonly overhead: number | null
  /** The engine's own rounding; off for sums worked by hand. */
  readonly rounding: boolean
  readonly flash: boolean
  /** When on, the context is the chunks, the prompt and the answer together. */
  readonly rag: boolean
  readonly chunks: number
  readonly chunkTokens: number
  readonly promptTokens: number
  readonly answerTokens: number
  /** Id of a second model on the card, such as an embedder; empty for none. */
  readonly second: string
  /** What-if shape of the attention, over the chosen model's own. */
  readonly layers: number | null
  readonly heads: number | null
  readonly kvHeads: number | null
  readonly headDim: number | null
  /** Token counts of the table. */
  readonly rows: readonly number[]
  /** Cache formats of the table; empty: what the engine offers. */
  readonly columns: readonly CacheFormat[]
  readonly units: ByteBase
  readonly view: 'setup' | 'compare' | 'post'
  /** Setups kept for comparison, each written as a link's hash, one a line. */
  readonly kept: string
}

/** Longest context that can be asked for, in tokens. */
export const MOST_TOKENS = 10_000_000

/** Most layers that a what-if shape may have: a published table may ask for some thousands. */
export const MOST_LAYERS = 4000

export const ENGINES = ['llama.cpp', 'vllm', 'transformers'] as const satisfies readonly Engine[]

const cacheFormats = Object.keys(CACHE_FORMATS) as CacheFormat[]
const format = (label: string) =>
  choiceField<CacheFormat>({ label, initial: 'f16', choices: cacheFormats })
const tokens = (label: string, initial: number) =>
  numberField({ label, initial, min: 1, max: MOST_TOKENS, whole: true })
const shape = (label: string, max: number) =>
  optionalNumberField({ label, min: 1, max, whole: true })

export const calculatorSchema: Schema<CalculatorState> = {
  model: idField({ label: 'Model', initial: 'deepseek-r1-distill-qwen-14b', setup: 'model' }),
  config: textField({ label: 'config.json', initial: '', longest: 60_000, setup: 'config' }),
  weightFormat: choiceField<WeightFormat>({
    label: 'Weights format',
    initial: 'Q4_K_M',
    choices: weightFormats.map(({ id }) => id),
    setup: 'weightFormat',
  }),
  fileBytes: optionalBytesField({ label: 'Size of the file' }),
  engine: choiceField<Engine>({
    label: 'Engine',
    initial: 'llama.cpp',
    choices: ENGINES,
    setup: 'engine',
  }),
  gpu: idField({ label: 'GPU', initial: 'rtx-4090', setup: 'gpu' }),
  gpuCount: numberField({
    label: 'Number of GPUs',
    initial: 1,
    min: 1,
    max: 64,
    whole: true,
    setup: 'gpuCount',
  }),
  memory: optionalBytesField({ label: 'Free memory', setup: 'memory' }),
  tokens: tokens('Context', 8192),
  sequences: numberField({ label: 'Sequences', initial: 1, min: 1, max: 4096, whole: true }),
  keyFormat: format('Key format'),
  valueFormat: format('Value format'),
  utilisation: optionalShareField({ label: 'Share of the card', min: 0.05, max: 1 }),
  overhead: optionalBytesField({ label: 'Overhead' }),
  rounding: flagField({ label: 'Engine rounding', initial: true }),
  flash: flagField({ label: 'Flash attention', initial: true }),
  rag: flagField({ label: 'RAG', initial: false }),
  chunks: numberField({ label: 'Chunks', initial: 5, min: 0, max: 1000, whole: true }),
  chunkTokens: tokens('Tokens in a chunk', 500),
  promptTokens: numberField({
    label: 'Prompt',
    initial: 300,
    min: 0,
    max: MOST_TOKENS,
    whole: true,
  }),
  answerTokens: numberField({
    label: 'Answer',
    initial: 500,
    min: 0,
    max: MOST_TOKENS,
    whole: true,
  }),
  second: idField({ label: 'Second model', initial: '' }),
  layers: shape('Layers', MOST_LAYERS),
  heads: shape('Query heads', 1024),
  kvHeads: shape('Key and value heads', 1024),
  headDim: shape('Head size', 1024),
  rows: listField({
    label: 'Rows',
    initial: [512, 1024, 2048, 4096, 8192, 32_768, 131_072],
    item: tokens('A row', 512),
    longest: 16,
  }),
  columns: listField({
    label: 'Columns',
    initial: [],
    item: format('A column'),
    longest: 6,
  }),
  units: choiceField<ByteBase>({ label: 'Units', initial: 'iec', choices: ['iec', 'si'] }),
  view: choiceField({ label: 'View', initial: 'setup', choices: ['setup', 'compare', 'post'] }),
  kept: keptField,
}
