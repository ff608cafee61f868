import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import { quantisable } from './stored-parts.ts'
import type { StoredTensor } from './stored-tensor.ts'

type Layers = Pick<ModelSpec, 'family' | 'layers'>

/** Converters write these models' fused q, k, v as three matrices. */
const splitQkv: ReadonlySet<string> = new Set(['baichuan', 'internlm2'])
/** And keep these models' fused gate and up as one. */
const keptGateUp: ReadonlySet<string> = new Set(['phi3', 'chatglm', 'glm', 'glm4', 'modernbert'])
/**
 * Converters split the latent up-projection since April 2025; the files of these models are older.
 */
const jointLatent: ReadonlySet<string> = new Set(['deepseek_v2'])

/**
 * The matrices that llama.cpp's converter makes of a fused one, or null where it keeps the tensor.
 *
 * Source: llama.cpp's conversion scripts (`llama-cpp-convert`).
 *
 * @example splitTensor(granite, inputLinear)?.length // 2: gate and up
 */
export function splitTensor(spec: Layers, tensor: ModelTensor): readonly StoredTensor[] | null {
  const { role, name } = tensor
  if (role === 'mlp-gate-up') return keptGateUp.has(spec.family) ? null : gateAndUp(spec, tensor)
  if (role === 'attn-kv-b') return jointLatent.has(spec.family) ? null : latent(spec, tensor)
  if (role === 'attn-qkv') return splitQkv.has(spec.family) ? queryKeyValue(spec, tensor) : null
  return role === 'recurrent' && name.endsWith('.in_proj_qkvz') ? deltaInput(spec, tensor) : null
}

function gateAndUp(spec: Layers, { layer, shape }: ModelTensor): readonly StoredTensor[] {
  const [rows = 0, columns = 0] = shape
  const dims = [columns, rows / 2]
  const shared = spec.layers[layer]?.mlp.kind === 'experts' ? '_shexp' : ''
  return [
    quantisable(`blk.${layer}.ffn_gate${shared}.weight`, layer, dims, 'ffn-gate'),
    quantisable(`blk.${layer}.ffn_up${shared}.weight`, layer, dims, 'ffn-up'),
  ]
}

/** The keys' part is stored the other way round, so that its rows are as short as a head. */
function latent(spec: Layers, { layer }: ModelTensor): readonly StoredTensor[] | null {
  const attention = spec.layers[layer]?.attention
  if (attention?.kind !== 'mla') return null
  const { heads, nopeHeadDim, valueHeadDim, kvLoraRank } = attention
  const path = `blk.${layer}.attn_`
  return [
    quantisable(`${path}k_b.weight`, layer, [nopeHeadDim, kvLoraRank, heads], 'other'),
    quantisable(`${path}v_b.weight`, layer, [kvLoraRank, valueHeadDim, heads], 'other'),
  ]
}

function queryKeyValue(
  spec: Layers,
  { layer, shape }: ModelTensor,
): readonly StoredTensor[] | null {
  const attention = spec.layers[layer]?.attention
  if (attention?.kind !== 'full' && attention?.kind !== 'sliding') return null
  const { heads, kvHeads, headDim, valueHeadDim } = attention
  const columns = shape[1] ?? 0
  const path = `blk.${layer}.attn_`
  return [
    quantisable(`${path}q.weight`, layer, [columns, heads * headDim], 'attn-q'),
    quantisable(`${path}k.weight`, layer, [columns, kvHeads * headDim], 'attn-k'),
    quantisable(`${path}v.weight`, layer, [columns, kvHeads * valueHeadDim], 'attn-v'),
  ]
}

/** Qwen3-Next: what the convolution runs over, and the gate. */
function deltaInput(spec: Layers, { layer, shape }: ModelTensor): readonly StoredTensor[] {
  const [rows = 0, columns = 0] = shape
  const attention = spec.layers[layer]?.attention
  const channels = attention?.kind === 'recurrent' ? attention.convChannels : rows
  const path = `blk.${layer}.attn_`
  return [
    quantisable(`${path}qkv.weight`, layer, [columns, channels], 'attn-qkv'),
    quantisable(`${path}gate.weight`, layer, [columns, rows - channels], 'other'),
  ]
}
