import type { ConfigReader } from '../config-reader.ts'
import type { ExpertsMlp, MlpSpec, ModuleNames } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const MIXTRAL: ShapeDefaults = {
  vocab: 32000,
  hidden: 4096,
  layers: 32,
  heads: 32,
  kvHeads: 8,
  headDim: null,
  positions: 131072,
  tied: false,
}
const GRANITE_MOE: ShapeDefaults = { ...MIXTRAL, kvHeads: null, positions: 2048 }
const PHIMOE: ShapeDefaults = { ...MIXTRAL, vocab: 32064 }
const OLMOE: ShapeDefaults = {
  ...MIXTRAL,
  vocab: 50304,
  hidden: 2048,
  layers: 16,
  heads: 16,
  kvHeads: null,
  positions: 4096,
}

const GRANITE_NAMES: Partial<ModuleNames> = {
  router: 'block_sparse_moe.router',
  experts: 'block_sparse_moe.experts',
  sharedExpert: 'shared_mlp',
}

/** Mixtures whose `intermediate_size` is the width of one expert: Mixtral, OLMoE, Phi, Granite. */
export const MIXTRAL_FAMILIES: readonly Family[] = [
  { name: 'mixtral', types: ['mixtral'], read: readMixtral },
  { name: 'phimoe', types: ['phimoe'], read: readPhiMoe },
  { name: 'olmoe', types: ['olmoe'], read: readOlmoe },
  { name: 'granitemoe', types: ['granitemoe'], read: (reader) => readGraniteMoe(reader, false) },
  {
    name: 'granitemoeshared',
    types: ['granitemoeshared'],
    read: (reader) => readGraniteMoe(reader, true),
  },
]

function readMixtral(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, MIXTRAL)
  const window = readWindow(reader, null)
  const kinds = layerKinds(reader, shape.layers, () => (window === null ? 'full' : 'sliding'))
  const mlp = mixture(reader, { count: 8, perToken: 2, size: 14336 })
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, { window: kinds[index] === 'sliding' ? window : null }),
      mlp,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

/** Phi-3.5-MoE: LayerNorms, and biases on attention and output where the file says so. */
function readPhiMoe(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, PHIMOE)
  const bias = reader.flag('attention_bias', false)
  const window = readWindow(reader, null)
  const kinds = layerKinds(reader, shape.layers, () => (window === null ? 'full' : 'sliding'))
  const mlp = mixture(reader, { count: 16, perToken: 2, size: 6400 })
  return decoder(reader, {
    shape,
    finalNorm: 'layer',
    headBias: reader.flag('lm_head_bias', false),
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp,
      norms: norms(shape.hiddenSize, 'layer'),
    }),
  })
}

/** OLMoE norms the whole q and k projection. */
function readOlmoe(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, OLMOE)
  const bias = reader.flag('attention_bias', false)
  const mlp = mixture(reader, { count: 64, perToken: 8, size: 2048 })
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention(shape, { qkvBias: bias, outBias: bias, qkNorm: 'full' }),
      mlp,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

function readGraniteMoe(reader: ConfigReader, shared: boolean): FamilySpec {
  const shape = readShape(reader, GRANITE_MOE)
  const bias = reader.flag('attention_bias', false)
  const sharedSize = shared
    ? reader.integer('shared_intermediate_size', { fallback: 0, min: 0 })
    : 0
  const mlp = mixture(
    reader,
    { count: 8, perToken: 2, size: 11008 },
    { sharedSize, sharedFused: true },
  )
  return decoder(reader, {
    shape,
    layer: () => ({
      attention: attention(shape, { qkvBias: bias, outBias: bias }),
      mlp,
      norms: norms(shape.hiddenSize, 'rms'),
    }),
    names: GRANITE_NAMES,
  })
}

function mixture(
  reader: ConfigReader,
  defaults: { readonly count: number; readonly perToken: number; readonly size: number },
  options: Partial<ExpertsMlp> = {},
): MlpSpec {
  const sizes = readExperts(reader, {
    countNames: ['num_local_experts', 'num_experts'],
    sizeName: 'intermediate_size',
    ...defaults,
  })
  if (sizes !== null) return experts(sizes, options)
  return dense(reader.integer('intermediate_size', { fallback: defaults.size }))
}
