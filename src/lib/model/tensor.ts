/** One weight tensor of a model, or several alike (`count` routed experts). */
export interface ModelTensor {
  /** Hugging Face style path without the `.weight`, such as 'model.layers.3.self_attn.q_proj'. */
  readonly name: string
  readonly role: TensorRole
  /** Layer index, -1 for tensors outside the layers. */
  readonly layer: number
  /** Rows (outputs) first, columns (inputs) second; one number for a vector. */
  readonly shape: readonly number[]
  /** How many equal tensors this stands for: the experts of a layer, else 1. */
  readonly count: number
  /** Of these, how many work on one token (experts per token), else equal to count. */
  readonly active: number
  /** True for the weight of a linear layer inside the blocks: what GPTQ, NF4 and LoRA act on. */
  readonly linear: boolean
  /** True for weights and biases of routed experts. */
  readonly routed?: boolean
  /**
   * True where the matrix is a linear layer of its own, which PEFT's `all-linear` finds. Absent
   * means as `linear`; the packed experts and routers of mixture models say false.
   */
  readonly adaptable?: boolean
}

export type TensorRole =
  | 'token-embedding'
  | 'position-embedding'
  | 'type-embedding'
  | 'embedding-projection'
  | 'output'
  | 'output-bias'
  | 'pooler'
  | 'norm'
  | 'bias'
  | 'attn-q'
  | 'attn-k'
  | 'attn-v'
  | 'attn-qkv'
  | 'attn-out'
  | 'attn-sinks'
  | 'attn-q-a'
  | 'attn-q-b'
  | 'attn-kv-a'
  | 'attn-kv-b'
  | 'mlp-gate'
  | 'mlp-up'
  | 'mlp-gate-up'
  | 'mlp-down'
  | 'expert-gate'
  | 'expert-up'
  | 'expert-down'
  | 'router'
  | 'shared-gate'
  | 'shared-expert-gate'
  | 'shared-expert-up'
  | 'shared-expert-down'
  | 'recurrent'
