import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import type { LoraOptions } from './lora-options.ts'

/** Targets must be layers that can be adapted, and there must be some. */
export function refuseStrayTargets(input: {
  readonly adapted: readonly ModelTensor[]
  readonly layers: readonly ModelTensor[]
  readonly options: LoraOptions
}): void {
  const { adapted, layers, options } = input
  const stray = adapted.find((tensor) => !layers.includes(tensor) && tensor.routed !== true)
  if (stray !== undefined) {
    throw new RangeError(`${stray.name} is not a layer that LoRA can adapt.`)
  }
  if (layers.length > 0) return
  const names = typeof options.targets === 'string' ? options.targets : options.targets.join(', ')
  throw new RangeError(
    `No module of this model is called ${names}. Take names from its weights, such as q_proj or c_attn.`,
  )
}

/** PEFT refuses these: Mamba's fused kernels bypass the adapter. */
export function refuseMambaOutput(spec: ModelSpec, adapted: readonly ModelTensor[]): void {
  if (spec.family !== 'mamba' && spec.family !== 'mamba2') return
  const output = adapted.find(({ name }) => /\.(out_proj|conv1d)$/.test(name))
  if (output === undefined) return
  throw new RangeError(
    `${output.name} of a Mamba model cannot be adapted; name in_proj or x_proj instead.`,
  )
}

/** Ranks are whole numbers of at least 1. */
export function checkRanks(options: LoraOptions): void {
  const ranks = [options.rank, ...Object.values(options.rankPattern ?? {})]
  const wrong = ranks.find((rank) => !Number.isSafeInteger(rank) || rank < 1)
  if (wrong === undefined) return
  throw new RangeError(`A rank is ${wrong}; it must be a whole number of at least 1.`)
}
