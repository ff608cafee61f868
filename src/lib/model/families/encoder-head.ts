import type { ConfigReader } from '../config-reader.ts'
import type { HeadSpec, NamedShape, NormKind } from '../spec.ts'
import { readLabels } from './parts.ts'

/**
 * Output side of an encoder by its class in `architectures`. Without a class it is taken as an
 * embedder, `…Model`, which has no language-model head.
 */
export function encoderHead(
  reader: ConfigReader,
  input: {
    readonly hiddenSize: number
    /** What a bare model ends with. */
    readonly pooler: boolean
    /** Dense transform in front of the head, and the bias of the head. */
    readonly transform: HeadSpec['transform']
    readonly bias: boolean
    /** Classifier in front of its last matrix: the pooler, the transform, or a layer of its own. */
    readonly classifier: 'pooler' | 'transform' | 'dense'
  },
): HeadSpec {
  const { hiddenSize, pooler, transform, bias, classifier } = input
  const name = reader.architecture ?? ''
  const none = { present: false, bias: false, pooler: false, transform: null }
  const square = (layer: string): readonly NamedShape[] => [
    { name: `${layer}.dense`, shape: [hiddenSize, hiddenSize], linear: false, adaptable: true },
    { name: `${layer}.dense.bias`, shape: [hiddenSize], linear: false },
  ]
  const labels = (layer: string, count: number): readonly NamedShape[] => [
    { name: layer, shape: [count, hiddenSize], linear: false },
    { name: `${layer}.bias`, shape: [count], linear: false },
  ]
  if (/For(MaskedLM|CausalLM)$|LMHeadModel$/.test(name)) {
    return { ...none, present: true, bias, transform }
  }
  if (/ForPreTraining$/.test(name)) {
    const extra = labels('cls.seq_relationship', 2)
    return { present: true, bias, pooler: true, transform, extra }
  }
  if (/ForSequenceClassification$/.test(name)) {
    const count = readLabels(reader)
    if (classifier === 'pooler')
      return { ...none, pooler: true, extra: labels('classifier', count) }
    if (classifier === 'transform')
      return { ...none, transform, extra: labels('classifier', count) }
    return { ...none, extra: [...square('classifier'), ...labels('classifier.out_proj', count)] }
  }
  if (/ForTokenClassification$/.test(name)) {
    const extra = labels('classifier', readLabels(reader))
    return { ...none, transform: classifier === 'transform' ? transform : null, extra }
  }
  return { ...none, pooler }
}

/** Dense layer with a norm behind it, as masked language models have before the output. */
export function transformOf(bias: boolean, norm: NormKind): HeadSpec['transform'] {
  return { bias, norm }
}
