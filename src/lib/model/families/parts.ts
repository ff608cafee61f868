import type { ConfigReader } from '../config-reader.ts'
import type {
  DenseMlp,
  EmbeddingSpec,
  ExpertsMlp,
  FullAttention,
  HeadSpec,
  LayerSpec,
  NormKind,
  SlidingAttention,
} from '../spec.ts'
import type { Shape } from './read-shape.ts'

type HeadOptions = Partial<Omit<FullAttention, 'kind'>>

/** Attention of a shape: sliding when a window is given, plain otherwise. */
export function attention(
  shape: Pick<Shape, 'heads' | 'kvHeads' | 'headDim'>,
  options: HeadOptions & { readonly window?: number | null } = {},
): FullAttention | SlidingAttention {
  const { window = null, ...rest } = options
  const head = {
    heads: shape.heads,
    kvHeads: shape.kvHeads,
    headDim: shape.headDim,
    valueHeadDim: shape.headDim,
    fusedQkv: false,
    qkvBias: false,
    outBias: false,
    qkNorm: 'none',
    qkNormKind: 'rms',
    sinks: false,
    outputGate: false,
    ...rest,
  } as const
  return window === null ? { kind: 'full', ...head } : { kind: 'sliding', window, ...head }
}

/** A gated feed-forward part of three matrices without biases, unless told otherwise. */
export function dense(
  intermediateSize: number,
  options: Partial<Omit<DenseMlp, 'kind' | 'intermediateSize'>> = {},
): DenseMlp {
  return {
    kind: 'dense',
    intermediateSize,
    gated: true,
    fusedGateUp: false,
    bias: false,
    ...options,
  }
}

/** A mixture of gated experts without biases and shared parts, unless told otherwise. */
export function experts(
  sizes: Pick<ExpertsMlp, 'experts' | 'expertsPerToken' | 'expertSize'>,
  options: Partial<Omit<ExpertsMlp, 'kind'>> = {},
): ExpertsMlp {
  return {
    kind: 'experts',
    gated: true,
    expertBias: false,
    routerBias: false,
    routerBuffer: 0,
    sharedSize: 0,
    sharedGate: false,
    ...sizes,
    ...options,
  }
}

/** Norms of a layer: the same kind and size under the names given. */
export function norms(
  size: number,
  kind: NormKind,
  names: readonly string[] = ['input_layernorm', 'post_attention_layernorm'],
): LayerSpec['norms'] {
  return names.map((name) => ({ name, kind, size }))
}

/** Token table alone, as rotary decoders have it. */
export function plainEmbeddings(
  width: number,
  options: Partial<EmbeddingSpec> = {},
): EmbeddingSpec {
  return { width, positionRows: 0, typeRows: 0, norm: 'none', projected: false, ...options }
}

/**
 * Output side of a decoder by its class in `architectures`: `…ForSequenceClassification` has a
 * score matrix in place of the language-model head, a bare `…Model` has neither.
 */
export function decoderHead(
  reader: ConfigReader,
  input: { readonly hiddenSize: number; readonly bias?: boolean },
): HeadSpec {
  const name = reader.architecture ?? ''
  const none = { present: false, bias: false, pooler: false, transform: null }
  if (/For(Sequence|Token)Classification$/.test(name)) {
    const labels = readLabels(reader)
    const score = { name: 'score', shape: [labels, input.hiddenSize], linear: false }
    const bias = { name: 'score.bias', shape: [labels], linear: false }
    return { ...none, extra: name.includes('Token') ? [score, bias] : [score] }
  }
  if (isBareModel(reader)) return none
  return { ...none, present: true, bias: input.bias ?? false }
}

/** Classes of a classifier: `num_labels`, else the entries of `id2label`, else 2. */
export function readLabels(reader: ConfigReader): number {
  const labels = reader.value('id2label')
  const count = typeof labels === 'object' && labels !== null ? Object.keys(labels).length : 2
  return reader.integer('num_labels', { fallback: Math.max(1, count) })
}

/**
 * True for a class such as LlamaModel, which ends with the last hidden state. ChatGLM's files name
 * their inner class, though the weights hold the output layer.
 */
export function isBareModel(reader: ConfigReader): boolean {
  if (reader.modelType === 'chatglm') return false
  const name = reader.architecture ?? ''
  return name.endsWith('Model') && !name.endsWith('LMHeadModel')
}
