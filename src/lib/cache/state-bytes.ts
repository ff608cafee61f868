import type { RecurrentMixer } from '../model/spec.ts'
import type { CacheRequest } from './cache-options.ts'
import type { EnginePolicy } from './engine-policy.ts'

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
  const share = (elements: number): number => Math.ceil(elements / request.tensorParallel)
  const columns = policy.convolutionColumns(mixer.convKernel)
  return {
    convolution: columns * share(mixer.convChannels) * policy.convolutionBytes(request),
    recurrent: share(mixer.stateElements) * policy.recurrentBytes(request),
  }
}
