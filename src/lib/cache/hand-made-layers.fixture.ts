import type {
  AttentionSpec,
  FullAttention,
  LayerSpec,
  MlaAttention,
  RecurrentMixer,
  SlidingAttention,
} from '../model/spec.ts'

/** Layers written by hand, for the tests of the cache and of memory: only the attention matters. */
export function layersOf(...parts: readonly (readonly [number, AttentionSpec])[]): LayerSpec[] {
  return parts.flatMap(([count, attention]) =>
    Array.from({ length: count }, () => ({ attention, mlp: { kind: 'none' } as const, norms: [] })),
  )
}

const shape = (heads: number, kvHeads: number, headDim: number) => ({
  heads,
  kvHeads,
  headDim,
  valueHeadDim: headDim,
  fusedQkv: false,
  qkvBias: false,
  outBias: false,
  qkNorm: 'none' as const,
  qkNormKind: 'none' as const,
  sinks: false,
  outputGate: false,
})

export const fullHeads = (heads: number, kvHeads: number, headDim: number): FullAttention => ({
  kind: 'full',
  ...shape(heads, kvHeads, headDim),
})

export const slidingHeads = (
  heads: number,
  kvHeads: number,
  headDim: number,
  window: number,
): SlidingAttention => ({ kind: 'sliding', ...shape(heads, kvHeads, headDim), window })

/** DeepSeek-V3: 128 heads, a latent of 512 and 64 rotary numbers. */
export const deepseekLatent: MlaAttention = {
  kind: 'mla',
  heads: 128,
  qLoraRank: 1536,
  kvLoraRank: 512,
  nopeHeadDim: 128,
  ropeHeadDim: 64,
  valueHeadDim: 128,
  bias: false,
}

export const mixer = (
  kind: RecurrentMixer['mixer'],
  convKernel: number,
  convChannels: number,
  stateElements: number,
): RecurrentMixer => ({
  kind: 'recurrent',
  mixer: kind,
  convKernel,
  convChannels,
  stateElements,
  weights: [],
})

/** Layers alternating between two kinds, the first kind first: Gemma-3's five to one and the like. */
export function patternOf(
  total: number,
  every: number,
  local: AttentionSpec,
  global: AttentionSpec,
): LayerSpec[] {
  return layersOf(
    ...Array.from(
      { length: total },
      (_, index) => [1, (index + 1) % every === 0 ? global : local] as const,
    ),
  )
}
