import type { AttentionSpec, MlaAttention, NormKind, RecurrentMixer } from '../model/spec.ts'
import { ggufElements } from './gguf-contents.ts'
import type { GgufContents } from './gguf-contents.ts'
import { GgufError } from './gguf-error.ts'
import type { GgufTensorInfo } from './gguf-header.ts'
import { windowFromGguf } from './window-from-gguf.ts'

type LayerTensors = ReadonlyMap<string, GgufTensorInfo>

/**
 * The attention or the recurrent mixer of one layer, from the layer's tensors and the file's keys.
 *
 * Throws a GgufError where the number of heads is missing.
 *
 * @example attentionFromGguf(contents, 0).kind // 'full'
 */
export function attentionFromGguf(contents: GgufContents, layer: number): AttentionSpec {
  const tensors = contents.layers[layer] ?? new Map<string, GgufTensorInfo>()
  if (tensors.has('ssm_conv1d.weight')) return mixer(contents, tensors)
  if (tensors.has('attn_kv_a_mqa.weight')) return latent(contents, tensors, layer)
  if (tensors.has('attn_q.weight') || tensors.has('attn_qkv.weight')) {
    return headed(contents, tensors, layer)
  }
  return { kind: 'none' }
}

function headCount(contents: GgufContents, layer: number): number {
  const heads = contents.perLayer('attention.head_count', layer)
  if (heads < 1) throw new GgufError(`Layer ${layer} has attention, but no heads.`)
  return heads
}

function headed(contents: GgufContents, tensors: LayerTensors, layer: number): AttentionSpec {
  const heads = headCount(contents, layer)
  const kvHeads = contents.perLayer('attention.head_count_kv', layer, heads)
  const usual = Math.floor(contents.number('embedding_length') / heads)
  const window = windowFromGguf(contents, layer)
  const headDim = contents.number('attention.key_length', usual)
  if (headDim < 1) throw new GgufError(`Layer ${layer} has heads without width.`)
  const norm = tensors.get('attn_q_norm.weight')
  const shape = {
    heads,
    kvHeads,
    headDim,
    valueHeadDim: contents.number('attention.value_length', usual),
    fusedQkv: tensors.has('attn_qkv.weight'),
    qkvBias: tensors.has('attn_q.bias') || tensors.has('attn_qkv.bias'),
    outBias: tensors.has('attn_output.bias'),
    qkNorm: norm === undefined ? 'none' : ggufElements(norm) === headDim ? 'per-head' : 'full',
    qkNormKind: normKind(tensors, 'attn_q_norm', 'rms'),
    sinks: tensors.has('attn_sinks.weight') || tensors.has('attn_sinks'),
    outputGate: tensors.get('attn_q.weight')?.dims[1] === 2 * heads * headDim,
  } as const
  return window === null ? { kind: 'full', ...shape } : { kind: 'sliding', window, ...shape }
}

/** Kind of a norm by what the file holds of it; `plain` is the kind without bias. */
export function normKind(
  tensors: LayerTensors,
  name: string,
  plain: 'rms' | 'layer-no-bias',
): NormKind {
  if (tensors.has(`${name}.bias`)) return 'layer'
  return tensors.has(`${name}.weight`) ? plain : 'none'
}

function latent(contents: GgufContents, tensors: LayerTensors, layer: number): MlaAttention {
  const heads = headCount(contents, layer)
  const columns = (name: string): number => tensors.get(name)?.dims[0] ?? 0
  const rows = (name: string): number => tensors.get(name)?.dims[1] ?? 0
  const kvLoraRank = contents.number('attention.kv_lora_rank', columns('attn_kv_a_norm.weight'))
  const ropeHeadDim = rows('attn_kv_a_mqa.weight') - kvLoraRank
  const narrow = tensors.has('attn_q_a.weight')
  const queries = rows(narrow ? 'attn_q_b.weight' : 'attn_q.weight')
  const nopeHeadDim = Math.floor(queries / heads) - ropeHeadDim
  if (kvLoraRank < 1 || ropeHeadDim < 0 || nopeHeadDim < 0) {
    throw new GgufError(`The latent attention of layer ${layer} has shapes that do not fit.`)
  }
  return {
    kind: 'mla',
    heads,
    qLoraRank: narrow ? rows('attn_q_a.weight') : null,
    kvLoraRank,
    nopeHeadDim,
    ropeHeadDim,
    valueHeadDim: Math.floor(columns('attn_output.weight') / heads),
    bias: tensors.has('attn_kv_a_mqa.bias'),
  }
}

/** Names of a mixer's weights in the file and in transformers. */
const mixerNames: Readonly<Record<string, string>> = {
  ssm_in: 'in_proj',
  ssm_conv1d: 'conv1d',
  ssm_x: 'x_proj',
  ssm_dt: 'dt_proj',
  ssm_a: 'A_log',
  ssm_d: 'D',
  ssm_norm: 'norm',
  ssm_out: 'out_proj',
  ssm_dt_norm: 'dt_layernorm',
  ssm_b_norm: 'b_layernorm',
  ssm_c_norm: 'c_layernorm',
  ssm_ba: 'in_proj_ba',
  ssm_alpha: 'in_proj_a',
  ssm_beta: 'in_proj_b',
  attn_qkv: 'in_proj_qkv',
  attn_gate: 'in_proj_z',
}

function mixerName(name: string): string {
  const [base = name, part] = name.split('.')
  const known = Object.hasOwn(mixerNames, base) ? mixerNames[base] : undefined
  return `${known ?? base}${part === 'bias' ? '.bias' : ''}`
}

function mixer(contents: GgufContents, tensors: LayerTensors): RecurrentMixer {
  const [convKernel = 1, convChannels = 1] = tensors.get('ssm_conv1d.weight')?.dims ?? []
  const weights = [...tensors]
    .filter(([name]) => /^(ssm_|attn_qkv\.|attn_gate\.)/.test(name))
    .map(([name, { dims }]) => ({
      name: mixerName(name),
      shape: dims.toReversed(),
      linear: /^(ssm_(in|out|x|dt|ba|alpha|beta)|attn_qkv|attn_gate)\.weight$/.test(name),
    }))
  const gated = tensors.has('attn_gate.weight') || tensors.has('ssm_ba.weight')
  return {
    kind: 'recurrent',
    mixer: gated ? 'gated-delta' : tensors.has('ssm_x.weight') ? 'mamba' : 'mamba2',
    convKernel,
    convChannels,
    stateElements: contents.number('ssm.inner_size') * contents.number('ssm.state_size'),
    weights,
  }
}
