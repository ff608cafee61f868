import type { ExpertsMlp, MlpSpec } from '../model/spec.ts'
import { ggufElements } from './gguf-contents.ts'
import type { GgufContents } from './gguf-contents.ts'
import type { GgufTensorInfo } from './gguf-header.ts'

const gates = ['ffn_gate_exps.weight', 'ffn_gate_up_exps.weight', 'ffn_gate.0.weight']

type LayerTensors = ReadonlyMap<string, GgufTensorInfo>

/**
 * The feed-forward part of one layer, from the shapes of its tensors.
 *
 * @example mlpFromGguf(contents, 0).kind // 'dense'
 */
export function mlpFromGguf(contents: GgufContents, layer: number): MlpSpec {
  const tensors = contents.layers[layer] ?? new Map<string, GgufTensorInfo>()
  const down = tensors.get('ffn_down_exps.weight')
  if (down !== undefined) {
    const [expertSize = 0, , count = 1] = down.dims
    return experts(contents, tensors, { expertSize, count })
  }
  const apart = separateExperts(tensors)
  if (apart.length > 0) {
    return experts(contents, tensors, { expertSize: apart[0]?.dims[0] ?? 0, count: apart.length })
  }
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
  { expertSize, count }: { readonly expertSize: number; readonly count: number },
): ExpertsMlp {
  const selection = tensors.get('exp_probs_b.bias') ?? tensors.get('exp_probs_b')
  return {
    kind: 'experts',
    experts: count,
    expertsPerToken: Math.min(count, contents.number('expert_used_count', count)),
    expertSize,
    gated: gates.some((name) => tensors.has(name)),
    expertBias: tensors.has('ffn_down_exps.bias'),
    routerBias: tensors.has('ffn_gate_inp.bias'),
    routerBuffer: selection === undefined ? 0 : ggufElements(selection),
    sharedSize: tensors.get('ffn_down_shexp.weight')?.dims[0] ?? 0,
    sharedGate: tensors.has('ffn_gate_inp_shexp.weight'),
  }
}

/** Files of early 2024 and before hold each expert by itself. */
function separateExperts(tensors: LayerTensors): readonly GgufTensorInfo[] {
  return [...tensors]
    .filter(([name]) => /^ffn_down\.\d+\.weight$/.test(name))
    .map(([, tensor]) => tensor)
}
