import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor, TensorRole } from '../model/tensor.ts'
import type { TensorCategory } from './mix-recipe.ts'
import { storedName } from './stored-name.ts'
import type { StoredTensor } from './stored-tensor.ts'

const categories: Readonly<Partial<Record<TensorRole, TensorCategory>>> = {
  'token-embedding': 'token-embedding',
  output: 'output',
  'attn-q': 'attn-q',
  'attn-k': 'attn-k',
  'attn-v': 'attn-v',
  'attn-qkv': 'attn-qkv',
  'attn-kv-b': 'attn-kv-b',
  'attn-out': 'attn-out',
  'mlp-gate': 'ffn-gate',
  'mlp-up': 'ffn-up',
  'mlp-gate-up': 'ffn-up',
  'mlp-down': 'ffn-down',
  'expert-gate': 'ffn-gate',
  'expert-up': 'ffn-up',
  'expert-down': 'ffn-down',
  'shared-expert-gate': 'ffn-gate',
  'shared-expert-up': 'ffn-up',
  'shared-expert-down': 'ffn-down',
}

const alwaysF32: ReadonlySet<TensorRole> = new Set([
  'norm',
  'bias',
  'output-bias',
  'router',
  'shared-gate',
  'position-embedding',
  'type-embedding',
  'attn-sinks',
])

/** Converters write these models' fused q, k, v as three matrices. */
const splitQkv: ReadonlySet<string> = new Set(['baichuan', 'internlm2'])
/** And keep these models' fused gate and up as one. */
const keptGateUp: ReadonlySet<string> = new Set(['phi3', 'chatglm', 'glm', 'glm4', 'modernbert'])
const offsetPositions: ReadonlySet<string> = new Set(['roberta', 'xlm-roberta', 'camembert'])

/**
 * Converters split the latent up-projection since April 2025; the files of these models are older.
 */
const jointLatent: ReadonlySet<string> = new Set(['deepseek_v2'])
/** Checkpoints that hold the output matrix beside an equal embedding: so do their files. */
const repeatedHead: ReadonlySet<string> = new Set(['falcon'])

type Convertible = Pick<ModelSpec, 'family' | 'kind' | 'layers' | 'vocabSize' | 'maxPositions'>

/**
 * The tensors of a GGUF file, from the tensors of the model: experts stacked into one, fused ones
 * split or kept as llama.cpp's converter does, MLA's kv_b split in two, an encoder's pooler and
 * head left out, a tied head absent, the rotary factors of Llama 3.1 added.
 *
 * Source: llama.cpp's conversion scripts (`llama-cpp-convert`).
 *
 * @example storedTensors(spec, modelTensors(spec)).length // 292 for Llama 3.1 8B
 */
export function storedTensors(
  spec: Convertible,
  tensors: readonly ModelTensor[],
): readonly StoredTensor[] {
  const weights = new Map(
    tensors.filter(({ role }) => role !== 'bias').map((tensor) => [tensor.name, tensor]),
  )
  return [
    ...tensors.flatMap((tensor) => convert(spec, tensor, weights)),
    ...(repeatedHead.has(spec.family) ? secondHead(tensors) : []),
    ...selectionBiases(spec),
    ...rotaryTensors(spec),
  ]
}

function convert(
  spec: Convertible,
  tensor: ModelTensor,
  weights: ReadonlyMap<string, ModelTensor>,
): readonly StoredTensor[] {
  const { role, layer, shape } = tensor
  if (spec.kind === 'encoder' && isEncoderHead(tensor)) return []
  const [rows = 1] = shape
  const columns = shape.length > 1 ? (shape.at(-1) ?? 1) : 0

  if (role === 'attn-kv-b' && !jointLatent.has(spec.family)) return splitLatent(spec, tensor)
  if (role === 'attn-qkv' && splitQkv.has(spec.family)) return splitFused(spec, tensor, columns)
  if (role === 'mlp-gate-up' && !keptGateUp.has(spec.family)) {
    const dims = [columns, rows / 2]
    const shared = spec.layers[layer]?.mlp.kind === 'experts' ? '_shexp' : ''
    return [
      stored(`blk.${layer}.ffn_gate${shared}.weight`, layer, dims, 'ffn-gate'),
      stored(`blk.${layer}.ffn_up${shared}.weight`, layer, dims, 'ffn-up'),
    ]
  }
  const tail = tensor.name.split('.').at(-1) ?? ''
  if (role === 'recurrent' && tail === 'in_proj_qkvz') {
    const attention = spec.layers[layer]?.attention
    const qkv = attention?.kind === 'recurrent' ? attention.convChannels : rows
    return [
      stored(`blk.${layer}.attn_qkv.weight`, layer, [columns, qkv], 'attn-qkv'),
      stored(`blk.${layer}.attn_gate.weight`, layer, [columns, rows - qkv], 'other'),
    ]
  }
  const name = storedName(tensor, { postNorms: hasPostNorms(spec), weights })
  const kept = role === 'position-embedding' && offsetPositions.has(spec.family) ? rows - 2 : rows
  const flat = shape.length > 2 ? [columns, kept] : columns === 0 ? [kept] : [columns, kept]
  const dims = tensor.count > 1 ? [...flat, tensor.count] : flat
  const quantisable =
    columns > 0 &&
    rows > 1 &&
    !alwaysF32.has(role) &&
    name.endsWith('.weight') &&
    tail !== 'conv1d' &&
    tail !== 'norm'
  const category = name.includes('.attn_qkv.') ? 'attn-qkv' : (categories[role] ?? 'other')
  return [{ name, layer, dims, category, quantisable }]
}

function stored(
  name: string,
  layer: number,
  dims: readonly number[],
  category: TensorCategory,
): StoredTensor {
  return { name, layer, dims, category, quantisable: true }
}

function fixed(name: string, layer: number, dims: readonly number[]): StoredTensor {
  return { name, layer, dims, category: 'other', quantisable: false }
}

function isEncoderHead({ role, name, layer }: ModelTensor): boolean {
  if (role === 'pooler' || role === 'output' || role === 'output-bias') return true
  return layer < 0 && /(^|\.)(cls|lm_head|head|pooler)\./.test(name)
}

function splitLatent(spec: Convertible, tensor: ModelTensor): readonly StoredTensor[] {
  const { layer } = tensor
  const attention = spec.layers[layer]?.attention
  if (attention?.kind !== 'mla') return []
  const { heads, nopeHeadDim, valueHeadDim, kvLoraRank } = attention
  return [
    stored(`blk.${layer}.attn_k_b.weight`, layer, [nopeHeadDim, kvLoraRank, heads], 'other'),
    stored(`blk.${layer}.attn_v_b.weight`, layer, [kvLoraRank, valueHeadDim, heads], 'other'),
  ]
}

function splitFused(
  spec: Convertible,
  { layer }: ModelTensor,
  columns: number,
): readonly StoredTensor[] {
  const attention = spec.layers[layer]?.attention
  if (attention?.kind !== 'full' && attention?.kind !== 'sliding') return []
  const { heads, kvHeads, headDim, valueHeadDim } = attention
  return [
    stored(`blk.${layer}.attn_q.weight`, layer, [columns, heads * headDim], 'attn-q'),
    stored(`blk.${layer}.attn_k.weight`, layer, [columns, kvHeads * headDim], 'attn-k'),
    stored(`blk.${layer}.attn_v.weight`, layer, [columns, kvHeads * valueHeadDim], 'attn-v'),
  ]
}

function hasPostNorms(spec: Convertible): boolean {
  return spec.layers[0]?.norms.some(({ name }) => name.includes('post_feedforward')) ?? false
}

/** The output matrix that a file holds although the model ties it. */
function secondHead(tensors: readonly ModelTensor[]): readonly StoredTensor[] {
  if (tensors.some(({ role }) => role === 'output')) return []
  const embedding = tensors.find(({ role }) => role === 'token-embedding')
  return embedding === undefined
    ? []
    : [stored('output.weight', -1, embedding.shape.toReversed(), 'output')]
}

/** Biases that steer the choice of experts: buffers in transformers, tensors in the file. */
function selectionBiases(spec: Convertible): readonly StoredTensor[] {
  return spec.layers.flatMap(({ mlp }, layer) =>
    mlp.kind === 'experts' && mlp.routerBuffer > 0
      ? [fixed(`blk.${layer}.exp_probs_b.bias`, layer, [mlp.routerBuffer])]
      : [],
  )
}

/** Rotary scaling factors, a vector of F32: Llama 3.1's, and the two of the long Phi-3 models. */
function rotaryTensors(spec: Convertible): readonly StoredTensor[] {
  const attention = spec.layers.find(({ attention: { kind } }) => kind === 'full')?.attention
  if (attention?.kind !== 'full') return []
  const long = (spec.maxPositions ?? 0) >= 131072
  const name =
    spec.family === 'llama' && spec.vocabSize === 128256 && long
      ? ['rope_freqs']
      : spec.family === 'phi3' && long
        ? ['rope_factors_long', 'rope_factors_short']
        : []
  return name.map((part) => fixed(`${part}.weight`, -1, [attention.headDim / 2]))
}
