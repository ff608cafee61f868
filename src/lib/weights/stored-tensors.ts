import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor, TensorRole } from '../model/tensor.ts'
import type { TensorCategory } from './mix-recipe.ts'
import { storedAdditions } from './stored-additions.ts'
import { storedName } from './stored-name.ts'
import { splitTensor } from './stored-splits.ts'
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

/** Their position tables begin behind two rows that the converter cuts off. */
const offsetPositions: ReadonlySet<string> = new Set(['roberta', 'xlm-roberta', 'camembert'])

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
  const name = nameGiver(spec, tensors)
  const stored = tensors.flatMap((tensor) => {
    if (spec.kind === 'encoder' && isEncoderHead(tensor)) return []
    return splitTensor(spec, tensor) ?? [kept(spec, tensor, name(tensor))]
  })
  return [...stored, ...storedAdditions(spec, tensors)]
}

/** Names tensors; the layers of a model repeat each other, so each name is worked out once. */
function nameGiver(spec: Convertible, tensors: readonly ModelTensor[]) {
  const options = {
    postNorms: spec.layers[0]?.norms.some(({ name }) => name.includes('post_feedforward')) ?? false,
    weights: new Map(tensors.map((tensor) => [tensor.name, tensor])),
  }
  const known = new Map<string, string>()
  return (tensor: ModelTensor): string => {
    const { name, layer, role } = tensor
    if (layer < 0) return storedName(tensor, options)
    const number = `.${layer}.`
    const key = role + name.slice(name.indexOf(number) + number.length)
    const found = known.get(key) ?? storedName(tensor, options)
    known.set(key, found)
    return `blk.${layer}.${found}`
  }
}

function kept(spec: Convertible, tensor: ModelTensor, name: string): StoredTensor {
  const { role, layer, shape, count } = tensor
  const cut = role === 'position-embedding' && offsetPositions.has(spec.family) ? 2 : 0
  const rows = (shape[0] ?? 1) - cut
  const columns = shape.length > 1 ? (shape.at(-1) ?? 1) : 0
  const flat = columns === 0 ? [rows] : [columns, rows]
  const fixed =
    columns === 0 ||
    rows === 1 ||
    alwaysF32.has(role) ||
    !name.endsWith('.weight') ||
    name.endsWith('ssm_conv1d.weight') ||
    name.endsWith('_norm.weight')
  return {
    name,
    layer,
    dims: count > 1 ? [...flat, count] : flat,
    category: name.endsWith('.attn_qkv.weight') ? 'attn-qkv' : (categories[role] ?? 'other'),
    quantisable: !fixed,
  }
}

function isEncoderHead({ role, name, layer }: ModelTensor): boolean {
  if (role === 'pooler' || role === 'output' || role === 'output-bias') return true
  return layer < 0 && /(^|\.)(cls|lm_head|head|pooler)\./.test(name)
}
