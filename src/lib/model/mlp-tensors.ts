import type { DenseMlp, ExpertsMlp, MlpSpec } from './spec.ts'
import type { ModelTensor, TensorRole } from './tensor.ts'
import { linear, single } from './tensor-parts.ts'
import type { LayerPlace as Place } from './tensor-parts.ts'

/** Weights of the feed-forward part of one layer. */
export function mlpTensors(mlp: MlpSpec, place: Place): readonly ModelTensor[] {
  switch (mlp.kind) {
    case 'dense':
      return denseTensors(mlp, place)
    case 'experts':
      return expertsTensors(mlp, place)
    case 'none':
      return []
  }
}

function denseTensors(mlp: DenseMlp, place: Place): readonly ModelTensor[] {
  const { layer, prefix, names, hiddenSize } = place
  const { intermediateSize: size, bias } = mlp
  const at = { layer, in: hiddenSize, bias } as const
  const gateAndUp = mlp.fusedGateUp
    ? linear({ ...at, name: prefix + names.gateUp, role: 'mlp-gate-up', out: 2 * size })
    : [
        ...(mlp.gated
          ? linear({ ...at, name: prefix + names.gate, role: 'mlp-gate', out: size })
          : []),
        ...linear({ ...at, name: prefix + names.up, role: 'mlp-up', out: size }),
      ]
  const down = { name: prefix + names.down, role: 'mlp-down' } as const
  return [...gateAndUp, ...linear({ ...down, layer, out: hiddenSize, in: size, bias })]
}

/** Router, E routed experts of which k work on a token, and the shared expert. */
function expertsTensors(mlp: ExpertsMlp, place: Place): readonly ModelTensor[] {
  const { layer, prefix, names, hiddenSize } = place
  const router = single({
    name: prefix + names.router,
    role: 'router',
    layer,
    shape: [mlp.experts, hiddenSize],
    adaptable: mlp.routerAdaptable === true,
  })
  const bias = { name: `${prefix}${names.router}.bias`, role: 'bias', layer } as const
  return [
    router,
    ...(mlp.routerBias ? [single({ ...bias, shape: [mlp.experts] })] : []),
    ...routedTensors(mlp, place),
    ...sharedTensors(mlp, place),
  ]
}

function routedTensors(mlp: ExpertsMlp, place: Place): readonly ModelTensor[] {
  const { layer, hiddenSize } = place
  const path = `${place.prefix}${place.names.experts}.`
  const { expertSize: size, gated } = mlp
  const some = { layer, count: mlp.experts, active: mlp.expertsPerToken, routed: true } as const
  const matrix = (name: string, role: TensorRole, shape: readonly number[]) =>
    single({ ...some, name: path + name, role, shape, linear: true, adaptable: false })
  const bias = (name: string, length: number) =>
    single({ ...some, name: `${path}${name}_bias`, role: 'bias', shape: [length] })
  const weights = [
    ...(gated ? [matrix('gate_proj', 'expert-gate', [size, hiddenSize])] : []),
    matrix('up_proj', 'expert-up', [size, hiddenSize]),
    matrix('down_proj', 'expert-down', [hiddenSize, size]),
  ]
  if (!mlp.expertBias) return weights
  return [
    ...weights,
    ...(gated ? [bias('gate_proj', size)] : []),
    bias('up_proj', size),
    bias('down_proj', hiddenSize),
  ]
}

function sharedTensors(mlp: ExpertsMlp, place: Place): readonly ModelTensor[] {
  if (mlp.sharedSize === 0) return []
  const { layer, prefix, names, hiddenSize } = place
  const { sharedSize: size, gated, sharedBias: bias = false } = mlp
  const path = `${prefix}${names.sharedExpert}.`
  const into = { layer, in: hiddenSize, bias } as const
  const gateAndUp =
    mlp.sharedFused === true
      ? linear({ ...into, name: `${path}input_linear`, role: 'mlp-gate-up', out: 2 * size })
      : [
          ...(gated
            ? linear({ ...into, name: `${path}gate_proj`, role: 'shared-expert-gate', out: size })
            : []),
          ...linear({ ...into, name: `${path}up_proj`, role: 'shared-expert-up', out: size }),
        ]
  const down = mlp.sharedFused === true ? 'output_linear' : 'down_proj'
  const gate = {
    name: prefix + names.sharedGate,
    role: 'shared-gate',
    layer,
    shape: [1, hiddenSize],
    adaptable: true,
  } as const
  return [
    ...gateAndUp,
    ...linear({
      name: path + down,
      role: 'shared-expert-down',
      layer,
      out: hiddenSize,
      in: size,
      bias,
    }),
    ...(mlp.sharedGate ? [single(gate)] : []),
  ]
}
