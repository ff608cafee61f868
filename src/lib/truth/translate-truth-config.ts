import { familyFields } from './family-fields.ts'
import { modelTypeOf } from './model-type-of.ts'

type Fields = Readonly<Record<string, unknown>>

/** Mixtures whose `intermediate_size` is the width of an expert. */
const EXPERT_WIDTH_IS_INTERMEDIATE = ['mixtral', 'olmoe', 'gpt_oss', 'granitemoe', 'phimoe']

/** Fields that a family which is not known may not be asked about. */
const EXPERT_COUNTS = ['num_experts', 'num_local_experts', 'n_routed_experts', 'moe_num_experts']

/**
 * Writes the configuration of a truth row, which uses short names of its own, as a Hugging Face
 * configuration that parseModelConfig reads. Sizes that the row leaves out get stand-ins and are
 * listed in `missing`: numbers that depend on them mean nothing. `unknown` is an architecture that
 * no family of the library answers to, read as a Llama without experts.
 *
 * @example translateTruthConfig({ arch: 'qwen3moe', num_experts: 8 }).fields.model_type
 *   //=> 'qwen3_moe'
 */
export function translateTruthConfig(config: Fields): {
  readonly fields: Fields
  readonly missing: readonly string[]
  readonly unknown: string | null
} {
  const stated = count(config, 'num_experts') ?? count(config, 'n_routed_experts') ?? 0
  const { modelType, known } = modelTypeOf(config, stated)
  const experts = known ? stated : 0
  const kvHeads = count(config, 'num_key_value_heads')
  const heads = queryHeads(config, kvHeads)
  const headDim = headDimension(config, heads)
  const shape = {
    num_attention_heads: heads,
    num_key_value_heads: kvHeads ?? heads,
    ...(headDim === null ? {} : { head_dim: headDim }),
    hidden_size: count(config, 'hidden_size') ?? heads * (headDim ?? 1),
    vocab_size: count(config, 'vocab_size') ?? 1,
    num_hidden_layers: count(config, 'num_hidden_layers'),
  }
  const needed = ['hidden_size', 'vocab_size', 'num_attention_heads', 'num_hidden_layers']
  const width = count(config, 'intermediate_size') ?? count(config, 'moe_intermediate_size')
  return {
    unknown: known ? null : modelType,
    missing: [
      ...needed.filter((name) => count(config, name) === null),
      ...(width === null ? ['intermediate_size'] : []),
    ],
    fields: {
      ...without(config, ['arch', 'note', 'architectures', ...(known ? [] : EXPERT_COUNTS)]),
      ...shape,
      ...feedForward(config, { modelType, experts, width: width ?? 1 }),
      ...familyFields(config, { modelType, heads, kvHeads: kvHeads ?? heads, headDim }),
      ...positions(config, modelType),
      ...(config['q_lora_rank'] === undefined ? { q_lora_rank: null } : {}),
      model_type: modelType,
    },
  }
}

/** A row may override the key and value heads alone; queries then stand in for them. */
function queryHeads(config: Fields, kvHeads: number | null): number {
  const stated = count(config, 'num_attention_heads') ?? kvHeads ?? 1
  return kvHeads !== null && stated % kvHeads !== 0 ? kvHeads : stated
}

function headDimension(config: Fields, heads: number): number | null {
  const stated = count(config, 'head_dim')
  const hidden = count(config, 'hidden_size')
  if (stated !== null || hidden === null || hidden % heads === 0) return stated
  return Math.max(1, Math.floor(hidden / heads))
}

/** The widths under the names that the family reads; the first generation of Qwen states twice. */
function feedForward(
  config: Fields,
  input: { readonly modelType: string; readonly experts: number; readonly width: number },
): Fields {
  const { modelType, experts, width } = input
  const both = {
    intermediate_size: modelType === 'qwen' ? 2 * width : width,
    n_inner: width,
    ffn_dim: width,
    ffn_hidden_size: width,
  }
  if (experts === 0) return both
  const expertWidth = count(config, 'moe_intermediate_size') ?? width
  const shared = count(config, 'n_shared_experts') ?? 0
  const denseLayers = count(config, 'first_k_dense_replace') ?? 0
  return {
    ...both,
    ...(EXPERT_WIDTH_IS_INTERMEDIATE.includes(modelType) ? { intermediate_size: expertWidth } : {}),
    num_experts: experts,
    num_local_experts: experts,
    n_routed_experts: experts,
    moe_intermediate_size: expertWidth,
    n_shared_experts: shared,
    shared_expert_intermediate_size:
      count(config, 'shared_expert_intermediate_size') ?? Math.max(1, shared * expertWidth),
    mlp_only_layers: Array.from({ length: denseLayers }, (_, index) => index),
  }
}

/** OPT's position table has two rows more than positions; rows of the table may state either. */
function positions(config: Fields, modelType: string): Fields {
  const stated = count(config, 'max_position_embeddings')
  if (stated === null) return {}
  const isTable = modelType === 'opt' && stated % 64 === 2
  return { max_position_embeddings: isTable ? stated - 2 : stated }
}

/** A positive number of the row; null when it is absent or 0. */
function count(config: Fields, name: string): number | null {
  const value = config[name]
  return typeof value === 'number' && value > 0 ? value : null
}

function without(config: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !names.includes(name)))
}
