import { ConfigError } from '../config-error.ts'
import type { ConfigReader } from '../config-reader.ts'
import type { ModuleNames, RecurrentMixer } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { mamba2Mixer, mambaMixer } from './mixers.ts'
import { norms } from './parts.ts'
import { MAX_HEADS, readHidden, readLayers, readTied, readVocab } from './read-shape.ts'

const NAMES: Partial<ModuleNames> = {
  embedding: 'backbone.embeddings',
  layers: 'backbone.layers',
  finalNorm: 'backbone.norm_f',
  mixer: 'mixer',
}

/** Models of recurrent layers alone: no attention, no feed-forward part. */
export const MAMBA_FAMILIES: readonly Family[] = [
  { name: 'mamba', types: ['mamba', 'falcon_mamba'], read: readMamba },
  { name: 'mamba2', types: ['mamba2'], read: readMamba2 },
]

function readMamba(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, { vocab: 50280, hidden: 768, layers: 32, tied: true })
  const inner = readInner(reader, 'expand', shape.hiddenSize)
  const mixer = mambaMixer({
    hiddenSize: shape.hiddenSize,
    inner: reader.integer('intermediate_size', { fallback: inner }),
    state: reader.integer('state_size', { fallback: 16 }),
    kernel: reader.integer('conv_kernel', { fallback: 4 }),
    rank: readRank(reader, 'time_step_rank', shape.hiddenSize),
    bias: reader.flag('use_bias', false),
    convBias: reader.flag('use_conv_bias', true),
  })
  return recurrentOnly(reader, { shape, mixer })
}

function readMamba2(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, { vocab: 32768, hidden: 4096, layers: 64, tied: false })
  const inner = readInner(reader, 'expand', shape.hiddenSize)
  const heads = reader.integer('num_heads', { fallback: 128, max: MAX_HEADS })
  const headDim = reader.integer('head_dim', { fallback: 64 })
  if (heads * headDim !== inner) {
    throw new ConfigError(
      `num_heads x head_dim is ${heads * headDim}; it must be hidden_size x expand, ${inner}.`,
      'num_heads',
    )
  }
  const mixer = mamba2Mixer({
    hiddenSize: shape.hiddenSize,
    inner,
    heads,
    headDim,
    groups: reader.integer('n_groups', { fallback: 8 }),
    state: reader.integer('state_size', { fallback: 128 }),
    kernel: reader.integer('conv_kernel', { fallback: 4 }),
    bias: reader.flag('use_bias', false),
    convBias: reader.flag('use_conv_bias', true),
  })
  return recurrentOnly(reader, { shape, mixer })
}

type Outer = Pick<FamilySpec, 'vocabSize' | 'hiddenSize' | 'maxPositions' | 'tied'>

function recurrentOnly(
  reader: ConfigReader,
  input: {
    readonly shape: Outer & { readonly layers: number }
    readonly mixer: RecurrentMixer
  },
): FamilySpec {
  const { shape, mixer } = input
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: mixer,
      mlp: { kind: 'none' },
      norms: norms(shape.hiddenSize, 'rms', ['norm']),
    }),
    names: NAMES,
  })
}

function readShape(
  reader: ConfigReader,
  defaults: {
    readonly vocab: number
    readonly hidden: number
    readonly layers: number
    readonly tied: boolean
  },
) {
  return {
    vocabSize: readVocab(reader, defaults.vocab),
    hiddenSize: readHidden(reader, defaults.hidden),
    layers: readLayers(reader, defaults.layers),
    maxPositions: null,
    tied: readTied(reader, defaults.tied),
  }
}

/** Inner width: hidden size times the factor, rounded down. */
export function readInner(reader: ConfigReader, name: string, hiddenSize: number): number {
  return Math.max(1, Math.floor(reader.factor(name, 2) * hiddenSize))
}

/** Rank of the time step: a number, or "auto" for a sixteenth of the hidden size, rounded up. */
export function readRank(reader: ConfigReader, name: string, hiddenSize: number): number {
  const auto = Math.ceil(hiddenSize / 16)
  return reader.value(name) === 'auto' ? auto : reader.integer(name, { fallback: auto })
}
