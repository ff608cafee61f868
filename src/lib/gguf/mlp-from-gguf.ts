import type { ExpertsMlp, MlpSpec } from '../model/spec.ts'
import { ggufElements } from './gguf-contents.ts'
import type { GgufContents } from './gguf-contents.ts'
import type { GgufTensorInfo } from './gguf-header.ts'

type LayerTensors = ReadonlyMap<string, GgufTensorInfo>

/**
 * The feed-forward part of one layer, from the shapes of its tensors.
 *
 * @example mlpFromGguf(contents, 0).kind // 'dense'
 */
export function mlpFromGguf(contents: GgufContents, layer: number): MlpSpec {
  const tensors = contents.layers[layer] ?? new Map()
  const down = tensors.get('ffn_down_exps.weight')
  if (down !== undefined) return experts(contents, tensors, down)
  const dense = tensors.get('ffn_down.weight')
  if (dense === undefined) return { kind: 'none' }
  const intermediateSize = dense.dims[0] ?? 0
  const fusedGateUp = tensors.get('ffn_up.weight')?.dims[1] === 2 * intermediateSize
  return {
    kind: 'dense',
    intermediateSize,
    gated: fusedGateUp || tensors.has('ffn_gate.weight'),
    fusedGateUp,
    bias: tensors.has('ffn_down.bias'),
  }
}

function experts(
  contents: GgufContents,
  tensors: LayerTensors,
  { dims: [expertSize = 0, , count = 1] }: GgufTensorInfo,
): ExpertsMlp {
  const selection = tensors.get('exp_probs_b.bias') ?? tensors.get('exp_probs_b')
  return {
    kind: 'experts',
    experts: count,
    expertsPerToken: Math.min(count, contents.number('expert_used_count', count)),
    expertSize,
    gated: tensors.has('ffn_gate_exps.weight') || tensors.has('ffn_gate_up_exps.weight'),
    expertBias: tensors.has('ffn_down_exps.bias'),
    routerBias: tensors.has('ffn_gate_inp.bias'),
    routerBuffer: selection === undefined ? 0 : ggufElements(selection),
    sharedSize: tensors.get('ffn_down_shexp.weight')?.dims[0] ?? 0,
    sharedGate: tensors.has('ffn_gate_inp_shexp.weight'),
  }
}
