/**
 * What the library knows about a model: enough to list every weight tensor and every cached value.
 * `parseModelConfig` makes a ModelSpec from a Hugging Face config.json; everything else reads it.
 */

export interface ModelSpec {
  /** Name for people, from the file's `_name_or_path` or the caller; may be empty. */
  readonly id: string
  /** Canonical `model_type`, such as 'llama' or 'deepseek_v3'. */
  readonly family: string
  readonly kind: 'decoder' | 'encoder'
  readonly hiddenSize: number
  readonly vocabSize: number
  /** True when the output head is the input embedding table. */
  readonly tied: boolean
  /** Longest context the file declares, in tokens; null when it declares none. */
  readonly maxPositions: number | null
  /** Data type the published weights are stored in; null when the file does not say. */
  readonly dtype: 'fp32' | 'fp16' | 'bf16' | 'fp8' | null
  readonly embeddings: EmbeddingSpec
  readonly layers: readonly LayerSpec[]
  /** Norm after the last layer; 'none' for models that have none. */
  readonly finalNorm: NormKind
  /** Extra parameters of an output head beyond the matrix itself (bias, pooler, prediction head). */
  readonly head: HeadSpec
  /** What the parser had to assume, one sentence each; shown to the learner. */
  readonly warnings: readonly string[]
  /** Module paths that differ from Llama's (see module-names.ts); absent means Llama's. */
  readonly names?: Partial<ModuleNames>
}

/** Hugging Face module paths: those of a layer are relative to it, the others start at the model. */
export interface ModuleNames {
  readonly embedding: string
  readonly positions: string
  readonly types: string
  readonly embeddingNorm: string
  readonly projectIn: string
  readonly projectOut: string
  /** List of layers: a layer's modules are `${layers}.${index}.${module}`. */
  readonly layers: string
  readonly finalNorm: string
  readonly head: string
  readonly pooler: string
  readonly transform: string
  readonly transformNorm: string
  readonly q: string
  readonly k: string
  readonly v: string
  readonly qkv: string
  readonly out: string
  readonly qNorm: string
  readonly kNorm: string
  readonly sinks: string
  readonly gate: string
  readonly up: string
  readonly gateUp: string
  readonly down: string
  /** The router, the list of experts and the shared expert of a mixture layer. */
  readonly router: string
  readonly experts: string
  readonly sharedExpert: string
  readonly sharedGate: string
  /** The recurrent mixer of a layer. */
  readonly mixer: string
}

/** 'rms' has one vector, 'layer' has weight and bias, 'layer-no-bias' has weight only. */
export type NormKind = 'rms' | 'layer' | 'layer-no-bias' | 'none'

export interface EmbeddingSpec {
  /** Width of the token table; differs from hiddenSize where the model projects (OPT-350M). */
  readonly width: number
  /** Rows of a learned position table, 0 for rotary models. */
  readonly positionRows: number
  /** Rows of a token-type table (BERT), else 0. */
  readonly typeRows: number
  readonly norm: NormKind
  /** Projections between width and hiddenSize, where they exist. */
  readonly projected: boolean
}

export interface HeadSpec {
  /** False for models without a language-model head (an embedder). */
  readonly present: boolean
  readonly bias: boolean
  /** BERT's pooler: a dense hidden x hidden layer with bias. */
  readonly pooler: boolean
  /** Dense transform before the head (masked language models): dense, its bias, its norm. */
  readonly transform: { readonly bias: boolean; readonly norm: NormKind } | null
  /** Further weights outside the layers: a classification head, next-sentence prediction. */
  readonly extra?: readonly NamedShape[]
}

export interface LayerSpec {
  readonly attention: AttentionSpec
  readonly mlp: MlpSpec
  readonly norms: readonly {
    readonly name: string
    readonly kind: NormKind
    readonly size: number
  }[]
}

export type AttentionSpec =
  FullAttention | SlidingAttention | MlaAttention | RecurrentMixer | { readonly kind: 'none' }

interface HeadShape {
  /** Query heads. */
  readonly heads: number
  /** Key and value heads: equal to heads for MHA, 1 for MQA. */
  readonly kvHeads: number
  readonly headDim: number
  readonly valueHeadDim: number
  /** True where one matrix holds q, k and v (GPT-2, NeoX, Phi-3, ChatGLM): matters to GGUF mixes and LoRA targets. */
  readonly fusedQkv: boolean
  readonly qkvBias: boolean
  readonly outBias: boolean
  /** Norms on q and k: none, one vector of headDim, or over the whole projection. */
  readonly qkNorm: 'none' | 'per-head' | 'full'
  readonly qkNormKind: NormKind
  /** gpt-oss: one learned sink logit a query head. */
  readonly sinks: boolean
  /** Qwen3-Next: the query projection also makes an output gate of the same size. */
  readonly outputGate: boolean
}

export interface FullAttention extends HeadShape {
  readonly kind: 'full'
}

export interface SlidingAttention extends HeadShape {
  readonly kind: 'sliding'
  /** Tokens that a query can see, itself included. */
  readonly window: number
}

/** Multi-head latent attention (DeepSeek V2, V3, R1). */
export interface MlaAttention {
  readonly kind: 'mla'
  readonly heads: number
  /** null: queries are projected directly (V2-Lite). */
  readonly qLoraRank: number | null
  readonly kvLoraRank: number
  readonly nopeHeadDim: number
  readonly ropeHeadDim: number
  readonly valueHeadDim: number
  /** Bias of q_a_proj, kv_a_proj and o_proj. */
  readonly bias: boolean
  /** DeepSeek-V3.2: the lightning indexer that picks the tokens to attend to. */
  readonly indexer?: { readonly heads: number; readonly headDim: number }
}

/** A layer whose state does not grow with the context. */
export interface RecurrentMixer {
  readonly kind: 'recurrent'
  readonly mixer: 'mamba' | 'mamba2' | 'gated-delta'
  /** Columns of the short convolution. */
  readonly convKernel: number
  /** Channels the convolution runs over. */
  readonly convChannels: number
  /** Elements of the recurrent state of one sequence. */
  readonly stateElements: number
  /** Weight matrices and vectors of the mixer, by name, as they stand in the model. */
  readonly weights: readonly NamedShape[]
}

export interface NamedShape {
  readonly name: string
  /** Rows (outputs) first; one number for a vector. */
  readonly shape: readonly number[]
  /** True for a linear layer that quantisers and LoRA may touch. */
  readonly linear: boolean
  /** True for a linear layer of its own that LoRA may adapt; absent means as `linear`. */
  readonly adaptable?: boolean
}

export type MlpSpec = { readonly kind: 'none' } | DenseMlp | ExpertsMlp

export interface DenseMlp {
  readonly kind: 'dense'
  readonly intermediateSize: number
  /** True: gate, up and down (three matrices); false: up and down. */
  readonly gated: boolean
  /** True where gate and up are one matrix (Phi-3, GLM-4). */
  readonly fusedGateUp: boolean
  readonly bias: boolean
}

export interface ExpertsMlp {
  readonly kind: 'experts'
  readonly experts: number
  readonly expertsPerToken: number
  readonly expertSize: number
  readonly gated: boolean
  /** Biases inside each expert (gpt-oss). */
  readonly expertBias: boolean
  readonly routerBias: boolean
  /** Elements of a bias that transformers keeps as a buffer, not a parameter (DeepSeek-V3, GLM-4.5). */
  readonly routerBuffer: number
  /** Intermediate size of the always-active shared expert(s) together, 0 for none. */
  readonly sharedSize: number
  /** True where gate and up of the shared expert are one matrix (Granite). */
  readonly sharedFused?: boolean
  /** Biases on the shared expert's matrices (DeepSeek-V2 with mlp_bias). */
  readonly sharedBias?: boolean
  /** True where the router is a linear layer of its own, which LoRA may adapt (Llama-4). */
  readonly routerAdaptable?: boolean
  /** Qwen1.5-MoE, Qwen2-MoE, Qwen3-Next: a gate of hiddenSize for the shared expert. */
  readonly sharedGate: boolean
}
