import type { RecurrentMixer } from '../model/spec.ts'
import type { CacheRequest } from './cache-options.ts'
import type { EnginePolicy } from './engine-policy.ts'
import { recurrentStateBytesFormula } from './recurrent-state-bytes.formula.ts'

/** Bytes of a recurrent layer's two fixed states, for one sequence on one device. */
export interface StateBytes {
  readonly convolution: number
  readonly recurrent: number
}

/**
 * Bytes of the fixed state that one sequence keeps in one recurrent layer.
 *
 * `columns x channels x b_conv` for the short convolution and `elements x b_state` for the state
 * itself; both are shared out between the devices. How many columns and which types is the
 * engine's policy.
 *
 * Source: Gu and Dao 2023 (Mamba), the engines' code.
 *
 * @example stateBytes(mixer, transformersPolicy, request).recurrent // 16384 for 4096 elements
 */
export function stateBytes(
  mixer: RecurrentMixer,
  policy: EnginePolicy,
  request: CacheRequest,
): StateBytes {
  const { recurrent, convolution } = stateValues(mixer, policy, request)
  return {
    convolution: recurrentStateBytesFormula.evaluate({ ...convolution }),
    recurrent: recurrentStateBytesFormula.evaluate({ ...recurrent }),
  }
}

/**
 * The values of the state's formula, split into the convolution's part and the state's part.
 *
 * @example stateValues(mixer, llamaCppPolicy, request).convolution.columns // 3 for a kernel of 4
 */
export function stateValues(mixer: RecurrentMixer, policy: EnginePolicy, request: CacheRequest) {
  const share = (elements: number): number => Math.ceil(elements / request.tensorParallel)
  const one = { layers: 1, sequences: 1 }
  return {
    convolution: {
      ...one,
      columns: policy.convolutionColumns(mixer.convKernel),
      channels: share(mixer.convChannels),
      columnBytes: policy.convolutionBytes(request),
    },
    recurrent: {
      ...one,
      elements: share(mixer.stateElements),
      stateBytes: policy.recurrentBytes(request),
    },
  }
}
