import type { ModelTensor, TensorRole } from '../model/tensor.ts'

type NamedTensor = Pick<ModelTensor, 'name' | 'role' | 'layer'>

const byRole: Readonly<Partial<Record<TensorRole, string>>> = {
  'token-embedding': 'token_embd',
  'position-embedding': 'position_embd',
  'type-embedding': 'token_types',
  output: 'output',
  'output-bias': 'output',
  'attn-q': 'attn_q',
  'attn-k': 'attn_k',
  'attn-v': 'attn_v',
  'attn-qkv': 'attn_qkv',
  'attn-out': 'attn_output',
  'attn-sinks': 'attn_sinks',
  'attn-q-a': 'attn_q_a',
  'attn-q-b': 'attn_q_b',
  'attn-kv-a': 'attn_kv_a_mqa',
  'attn-kv-b': 'attn_kv_b',
  'mlp-gate': 'ffn_gate',
  'mlp-up': 'ffn_up',
  'mlp-gate-up': 'ffn_up',
  'mlp-down': 'ffn_down',
  'expert-gate': 'ffn_gate_exps',
  'expert-up': 'ffn_up_exps',
  'expert-down': 'ffn_down_exps',
  router: 'ffn_gate_inp',
  'shared-gate': 'ffn_gate_inp_shexp',
  'shared-expert-gate': 'ffn_gate_shexp',
  'shared-expert-up': 'ffn_up_shexp',
  'shared-expert-down': 'ffn_down_shexp',
}

/** Last part of a Hugging Face path, for norms, biases and recurrent weights. */
const byTail: Readonly<Record<string, string>> = {
  input_layernorm: 'attn_norm',
  ln_1: 'attn_norm',
  pre_feedforward_layernorm: 'ffn_norm',
  ln_2: 'ffn_norm',
  post_feedforward_layernorm: 'post_ffw_norm',
  q_norm: 'attn_q_norm',
  k_norm: 'attn_k_norm',
  q_a_layernorm: 'attn_q_a_norm',
  kv_a_layernorm: 'attn_kv_a_norm',
  q_proj: 'attn_q',
  k_proj: 'attn_k',
  v_proj: 'attn_v',
  o_proj: 'attn_output',
  query_key_value: 'attn_qkv',
  qkv_proj: 'attn_qkv',
  c_attn: 'attn_qkv',
  gate_proj: 'ffn_gate',
  up_proj: 'ffn_up',
  c_fc: 'ffn_up',
  fc1: 'ffn_up',
  dense_h_to_4h: 'ffn_up',
  down_proj: 'ffn_down',
  fc2: 'ffn_down',
  dense_4h_to_h: 'ffn_down',
  in_proj: 'ssm_in',
  in_proj_ba: 'ssm_ba',
  in_proj_qkv: 'attn_qkv',
  in_proj_z: 'attn_gate',
  in_proj_a: 'ssm_alpha',
  in_proj_b: 'ssm_beta',
  conv1d: 'ssm_conv1d',
  x_proj: 'ssm_x',
  dt_proj: 'ssm_dt',
  dt_bias: 'ssm_dt',
  dt_layernorm: 'ssm_dt_norm',
  b_layernorm: 'ssm_b_norm',
  c_layernorm: 'ssm_c_norm',
  A_log: 'ssm_a',
  D: 'ssm_d',
  out_proj: 'ssm_out',
}

/**
 * Name that llama.cpp gives to a weight in its file, without the layer: 'attn_q.weight'. Norms that
 * this table lacks keep their own; the size does not depend on them.
 *
 * Source: gguf-py's tensor mapping (`gguf-tensor-names`).
 *
 * @example storedName({ name: 'model.layers.3.self_attn.q_proj', role: 'attn-q', layer: 3 }) // 'attn_q.weight'
 */
export function storedName(
  tensor: NamedTensor,
  options: {
    readonly postNorms?: boolean
    /** The weights of the model by path, in which a bias finds the weight it belongs to. */
    readonly weights?: ReadonlyMap<string, NamedTensor>
  } = {},
): string {
  const path = tensor.name.replace(/[._]bias$/, '')
  const isBias = /bias$/.test(tensor.role) || tensor.name.endsWith('.bias')
  if (isBias && path !== tensor.name) {
    const owner = options.weights?.get(path) ?? { ...tensor, name: path }
    return `${baseName(owner, options.postNorms ?? false)}.bias`
  }
  const base = baseName(tensor, options.postNorms ?? false)
  const suffix = tensor.name.endsWith('dt_bias')
    ? '.bias'
    : /^ssm_[ad]$/.test(base)
      ? ''
      : '.weight'
  return base + suffix
}

function baseName(tensor: NamedTensor, postNorms: boolean): string {
  const tail = tensor.name.split('.').at(-1) ?? tensor.name
  if (tensor.name.includes('.indexer.')) return `indexer.${tail}`
  return byRole[tensor.role] ?? otherName(tensor, tail, postNorms)
}

function otherName(tensor: NamedTensor, tail: string, postNorms: boolean): string {
  if (tensor.role === 'norm' && tensor.layer < 0) {
    return /embed|^LayerNorm$|^norm_embeddings$/i.test(tensor.name)
      ? 'token_embd_norm'
      : 'output_norm'
  }
  if (tail === 'post_attention_layernorm') return postNorms ? 'post_attention_norm' : 'ffn_norm'
  if (tensor.role === 'recurrent' && tail === 'norm') return 'ssm_norm'
  const known = Object.hasOwn(byTail, tail) ? byTail[tail] : undefined
  if (known !== undefined || tensor.role !== 'norm') return known ?? tail
  // Any other norm: its path within the layer, so that two of them stay apart.
  const within = tensor.name.replace(/^.*?\.\d+\./, '').replaceAll('.', '_')
  return `${within.replace(/_?(layer)?norm$/i, '')}_norm`
}
