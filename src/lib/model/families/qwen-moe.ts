import type { ConfigReader } from '../config-reader.ts'
import type { MlpSpec } from '../spec.ts'
import { decoder } from './decoder.ts'
import type { Family, FamilySpec } from './family.ts'
import { layerKinds, readWindow } from './layer-kinds.ts'
import { attention, dense, experts, norms } from './parts.ts'
import { readExperts } from './read-experts.ts'
import { readShape } from './read-shape.ts'
import type { ShapeDefaults } from './read-shape.ts'

const QWEN2_MOE: ShapeDefaults = {
  vocab: 151936,
  hidden: 2048,
  layers: 24,
  heads: 16,
  kvHeads: 16,
  headDim: null,
  positions: 32768,
  tied: false,
}
const QWEN3_MOE: ShapeDefaults = { ...QWEN2_MOE, heads: 32, kvHeads: 4 }

/** Qwen1.5-MoE and Qwen2-MoE with a shared expert, Qwen3-MoE without. */
export const QWEN_MOE_FAMILIES: readonly Family[] = [
  { name: 'qwen2_moe', types: ['qwen2_moe'], read: readQwen2Moe },
  { name: 'qwen3_moe', types: ['qwen3_moe', 'qwen3_vl_moe_text'], read: readQwen3Moe },
]

/** Defaults of the mixture part of a Qwen model. */
export interface QwenMixtureDefaults {
  readonly experts: number
  readonly expertsPerToken: number
  readonly expertSize: number
  readonly intermediate: number
  /** null: the family has no shared expert. */
  readonly shared: number | null
}

/**
 * Feed-forward part of each layer: layer i is a mixture when it is not in `mlp_only_layers` and
 * (i + 1) is a multiple of `decoder_sparse_step`; otherwise it is dense.
 */
export function qwenMixture(
  reader: ConfigReader,
  defaults: QwenMixtureDefaults,
): (index: number) => MlpSpec {
  const step = reader.integer('decoder_sparse_step', { fallback: 1 })
  const denseOnly = new Set(reader.integers('mlp_only_layers') ?? [])
  const sizes = readExperts(reader, {
    countNames: ['num_experts', 'num_local_experts'],
    count: defaults.experts,
    perToken: defaults.expertsPerToken,
    sizeName: 'moe_intermediate_size',
    size: defaults.expertSize,
  })
  const isMixture = (index: number) => !denseOnly.has(index) && (index + 1) % step === 0
  const plain = dense(
    reader.integer('intermediate_size', { fallback: defaults.intermediate, min: 0 }),
  )
  if (sizes === null) return () => plain
  const shared =
    defaults.shared === null
      ? {}
      : {
          sharedSize: reader.integer('shared_expert_intermediate_size', {
            fallback: defaults.shared,
          }),
          sharedGate: true,
        }
  const mixture = experts(sizes, shared)
  return (index) => (isMixture(index) ? mixture : plain)
}

function readQwen2Moe(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, QWEN2_MOE)
  const bias = reader.flag('qkv_bias', true)
  const switchedOn = reader.flag('use_sliding_window', false)
  const window = switchedOn ? readWindow(reader, 4096) : null
  const lastWindowed = reader.integer('max_window_layers', { fallback: 28, min: 0 })
  const kinds = layerKinds(reader, shape.layers, (index) =>
    window !== null && index % 2 === 0 && index < lastWindowed ? 'sliding' : 'full',
  )
  const mlp = qwenMixture(reader, {
    experts: 60,
    expertsPerToken: 4,
    expertSize: 1408,
    intermediate: 5632,
    shared: 5632,
  })
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: mlp(index),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}

function readQwen3Moe(reader: ConfigReader): FamilySpec {
  const shape = readShape(reader, QWEN3_MOE)
  const bias = reader.flag('attention_bias', false)
  const window = reader.flag('use_sliding_window', false) ? readWindow(reader, 4096) : null
  const kinds = layerKinds(reader, shape.layers, () => (window === null ? 'full' : 'sliding'))
  const mlp = qwenMixture(reader, {
    experts: 128,
    expertsPerToken: 8,
    expertSize: 768,
    intermediate: 6144,
    shared: null,
  })
  return decoder(reader, {
    shape,
    layer: (index) => ({
      attention: attention(shape, {
        qkvBias: bias,
        outBias: bias,
        qkNorm: 'per-head',
        window: kinds[index] === 'sliding' ? window : null,
      }),
      mlp: mlp(index),
      norms: norms(shape.hiddenSize, 'rms'),
    }),
  })
}
