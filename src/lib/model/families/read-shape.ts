import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import { unevenHeads } from '../uneven-heads.ts'

/** Numbers that nearly every decoder states. */
export interface Shape {
  readonly vocabSize: number
  readonly hiddenSize: number
  readonly layers: number
  readonly heads: number
  readonly kvHeads: number
  readonly headDim: number
  readonly maxPositions: number | null
  readonly tied: boolean
}

/** The defaults of a family, for fields that its file leaves out. */
export interface ShapeDefaults {
  readonly vocab: number
  readonly hidden: number
  readonly layers: number
  readonly heads: number
  /** null: as many as query heads. */
  readonly kvHeads: number | null
  /** null: hidden size over heads; 'ratio': always so, whatever `head_dim` says. */
  readonly headDim: number | null | 'ratio'
  readonly positions: number | null
  readonly tied: boolean
  /** True where transformers refuses a hidden size that the heads do not divide. */
  readonly strict?: boolean
}

/** Older names of the same fields, tried after the usual ones. */
const NAMES = {
  vocab: ['vocab_size', 'padded_vocab_size'],
  hidden: ['hidden_size', 'n_embd', 'n_embed', 'd_model'],
  layers: ['num_hidden_layers', 'n_layer', 'num_layers', 'n_layers'],
  heads: ['num_attention_heads', 'n_head', 'n_heads'],
  positions: ['max_position_embeddings', 'n_positions', 'seq_length', 'model_max_length'],
}

export const MAX_LAYERS = 2000
export const MAX_HIDDEN = 1_000_000
export const MAX_HEADS = 65_536

/**
 * Reads the shape of a decoder: `d = head_dim ?? hidden / heads`, as transformers does.
 *
 * @throws {ConfigError} when a number is not believable or heads do not divide
 */
export function readShape(reader: ConfigReader, defaults: ShapeDefaults): Shape {
  const hiddenSize = readHidden(reader, defaults.hidden)
  const heads = reader.integer(NAMES.heads, {
    fallback: defaults.heads,
    max: MAX_HEADS,
    essential: true,
  })
  const kvHeads = readKvHeads(reader, { heads, fallback: defaults.kvHeads })
  return {
    vocabSize: readVocab(reader, defaults.vocab),
    hiddenSize,
    layers: readLayers(reader, defaults.layers),
    heads,
    kvHeads,
    headDim: readHeadDim(reader, {
      hiddenSize,
      heads,
      fallback: defaults.headDim,
      strict: defaults.strict ?? defaults.headDim === 'ratio',
    }),
    maxPositions: readPositions(reader, defaults.positions),
    tied: readTied(reader, defaults.tied),
  }
}

export function readVocab(reader: ConfigReader, fallback: number): number {
  return reader.integer(NAMES.vocab, { fallback, essential: true })
}

export function readHidden(reader: ConfigReader, fallback: number): number {
  return reader.integer(NAMES.hidden, { fallback, max: MAX_HIDDEN, essential: true })
}

export function readLayers(reader: ConfigReader, fallback: number): number {
  return reader.integer(NAMES.layers, { fallback, max: MAX_LAYERS, essential: true })
}

export function readPositions(reader: ConfigReader, fallback: number | null): number | null {
  return reader.optionalInteger(NAMES.positions, { fallback, max: 1e10 })
}

export function readTied(reader: ConfigReader, fallback: boolean): boolean {
  return reader.flag('tie_word_embeddings', fallback)
}

function readKvHeads(
  reader: ConfigReader,
  input: { readonly heads: number; readonly fallback: number | null },
): number {
  const { heads, fallback } = input
  const kvHeads =
    reader.optionalInteger('num_key_value_heads', { fallback, max: MAX_HEADS }) ?? heads
  if (fallback !== null && reader.value('num_key_value_heads') === null) {
    reader.warnOfDefault('num_key_value_heads', kvHeads)
  }
  if (reader.states('num_key_value_heads') && heads % kvHeads !== 0) {
    throw new ConfigError(unevenHeads(heads, kvHeads), 'num_key_value_heads')
  }
  return kvHeads
}

function readHeadDim(
  reader: ConfigReader,
  input: {
    readonly hiddenSize: number
    readonly heads: number
    readonly fallback: number | null | 'ratio'
    readonly strict: boolean
  },
): number {
  const { hiddenSize, heads, fallback, strict } = input
  const sizes = `hidden_size (${hiddenSize}) is not a multiple of num_attention_heads (${heads})`
  const divides = hiddenSize % heads === 0
  if (!divides && (strict || heads > hiddenSize)) {
    throw new ConfigError(`${sizes}, so the heads have no whole size.`, 'num_attention_heads')
  }
  if (fallback !== 'ratio') {
    const stated = reader.optionalInteger('head_dim', { fallback, max: MAX_HIDDEN })
    if (stated !== null) {
      // Families whose heads have parts of their own sizes give 1 for want of one size.
      if (stated > 1 && reader.value('head_dim') === null) reader.warnOfDefault('head_dim', stated)
      return stated
    }
  }
  if (!divides) reader.warn(`${sizes}; the size of a head was rounded down, as transformers does.`)
  return Math.floor(hiddenSize / heads)
}
