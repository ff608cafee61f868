import type { NamedShape, RecurrentMixer } from '../spec.ts'

/**
 * Mamba's selective state space: a short convolution over d_inner channels and a state of
 * d_inner x d_state. Jamba adds norms on dt, B and C. Source: transformers-code.
 */
export function mambaMixer(input: {
  readonly hiddenSize: number
  readonly inner: number
  readonly state: number
  readonly kernel: number
  readonly rank: number
  readonly bias: boolean
  readonly convBias: boolean
  readonly innerNorms?: boolean
}): RecurrentMixer {
  const { hiddenSize, inner, state, kernel, rank, bias, convBias, innerNorms = false } = input
  return {
    kind: 'recurrent',
    mixer: 'mamba',
    convKernel: kernel,
    convChannels: inner,
    stateElements: inner * state,
    weights: [
      matrix('in_proj', [2 * inner, hiddenSize]),
      ...vector('in_proj.bias', 2 * inner, bias),
      other('conv1d', [inner, 1, kernel]),
      ...vector('conv1d.bias', inner, convBias),
      matrix('x_proj', [rank + 2 * state, inner]),
      matrix('dt_proj', [inner, rank]),
      ...vector('dt_proj.bias', inner, true),
      other('A_log', [inner, state]),
      ...vector('D', inner, true),
      matrix('out_proj', [hiddenSize, inner]),
      ...vector('out_proj.bias', hiddenSize, bias),
      ...vector('dt_layernorm', rank, innerNorms),
      ...vector('b_layernorm', state, innerNorms),
      ...vector('c_layernorm', state, innerNorms),
    ],
  }
}

/**
 * Mamba-2: heads share one decay each, B and C are shared by groups, and the convolution runs over
 * d_inner + 2 x groups x d_state channels. Source: transformers-code.
 */
export function mamba2Mixer(input: {
  readonly hiddenSize: number
  readonly inner: number
  readonly heads: number
  readonly headDim: number
  readonly groups: number
  readonly state: number
  readonly kernel: number
  readonly bias: boolean
  readonly convBias: boolean
}): RecurrentMixer {
  const { hiddenSize, inner, heads, headDim, groups, state, kernel, bias, convBias } = input
  const channels = inner + 2 * groups * state
  const projected = inner + channels + heads
  return {
    kind: 'recurrent',
    mixer: 'mamba2',
    convKernel: kernel,
    convChannels: channels,
    stateElements: heads * headDim * state,
    weights: [
      matrix('in_proj', [projected, hiddenSize]),
      ...vector('in_proj.bias', projected, bias),
      other('conv1d', [channels, 1, kernel]),
      ...vector('conv1d.bias', channels, convBias),
      ...vector('dt_bias', heads, true),
      ...vector('A_log', heads, true),
      ...vector('D', heads, true),
      ...vector('norm', inner, true),
      matrix('out_proj', [hiddenSize, inner]),
      ...vector('out_proj.bias', hiddenSize, bias),
    ],
  }
}

/**
 * Gated delta net of Qwen3-Next: the state of a value head is a key-dim x value-dim matrix. `split`
 * says that q k v, z, b and a have matrices of their own. Source: transformers-code.
 */
export function gatedDeltaMixer(input: {
  readonly hiddenSize: number
  readonly keyHeads: number
  readonly valueHeads: number
  readonly keyDim: number
  readonly valueDim: number
  readonly kernel: number
  readonly split?: boolean
}): RecurrentMixer {
  const { hiddenSize, keyHeads, valueHeads, keyDim, valueDim, kernel, split = false } = input
  const keys = keyHeads * keyDim
  const values = valueHeads * valueDim
  const channels = 2 * keys + values
  const inputs = split
    ? [
        matrix('in_proj_qkv', [channels, hiddenSize]),
        matrix('in_proj_z', [values, hiddenSize]),
        matrix('in_proj_b', [valueHeads, hiddenSize]),
        matrix('in_proj_a', [valueHeads, hiddenSize]),
      ]
    : [
        matrix('in_proj_qkvz', [channels + values, hiddenSize]),
        matrix('in_proj_ba', [2 * valueHeads, hiddenSize]),
      ]
  return {
    kind: 'recurrent',
    mixer: 'gated-delta',
    convKernel: kernel,
    convChannels: channels,
    stateElements: valueHeads * keyDim * valueDim,
    weights: [
      ...inputs,
      other('conv1d', [channels, 1, kernel]),
      ...vector('dt_bias', valueHeads, true),
      ...vector('A_log', valueHeads, true),
      ...vector('norm', valueDim, true),
      matrix('out_proj', [hiddenSize, values]),
    ],
  }
}

function matrix(name: string, shape: readonly number[]): NamedShape {
  return { name, shape, linear: true }
}

function other(name: string, shape: readonly number[]): NamedShape {
  return { name, shape, linear: false }
}

function vector(name: string, size: number, present: boolean): readonly NamedShape[] {
  return present ? [{ name, shape: [size], linear: false }] : []
}
