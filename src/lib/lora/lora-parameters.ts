import { tensorElements } from '../model/count-parameters.ts'
import { modelTensors } from '../model/model-tensors.ts'
import { LLAMA_NAMES } from '../model/module-names.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import { adapterSize } from './adapter-size.ts'
import { checkRanks, refuseMambaOutput, refuseStrayTargets } from './lora-checks.ts'
import type { LoraCount, LoraOptions } from './lora-options.ts'
import { lorasTarget } from './lora-targets.ts'

/**
 * Trainable parameters of an adapter: for LoRA rank (inputs + outputs) of every matrix it is put on,
 * for other methods as `adapterSize` says, plus full copies of `modulesToSave` and the biases that
 * are trained too.
 *
 * Source: PEFT's LoRA layers and its rules for what is adapted (key peft-code).
 * Units: parameters.
 *
 * @throws {RangeError} when a rank is not a positive whole number, when nothing matches the
 * targets, or when a target is no layer that LoRA can adapt
 * @example loraParameters(llama2_7b, { rank: 8, targets: ['q_proj', 'v_proj'] }).trainable
 *   //=> 4194304
 */
export function loraParameters(spec: ModelSpec, options: LoraOptions): LoraCount {
  checkRanks(options)
  const tensors = withTiedHead(spec)
  const isTarget = lorasTarget(options)
  const adapted = tensors.filter((tensor) => tensor.role !== 'bias' && isTarget(tensor))
  refuseMambaOutput(spec, adapted)
  const layers = adapted.filter((tensor) => canAdapt(tensor, options))
  refuseStrayTargets({ adapted, layers, options })
  const adapter = sum(layers.map((tensor) => tensor.count * adapterSize(tensor, options)))
  const saved = sum(savedTensors(tensors, options.modulesToSave ?? []).map(tensorElements))
  const bias = sum(trainedBiases(tensors, layers, options).map(tensorElements))
  return {
    trainable: adapter + saved + bias,
    adapter,
    modulesToSave: saved,
    bias,
    adaptedModules: sum(layers.map(({ count }) => count)),
  }
}

/** The output matrix of a tied model is a module of its own, though its weight is the table's. */
function withTiedHead(spec: ModelSpec): readonly ModelTensor[] {
  const tensors = modelTensors(spec)
  if (!spec.tied || !spec.head.present) return tensors
  const head = {
    name: spec.names?.head ?? LLAMA_NAMES.head,
    role: 'output',
    layer: -1,
    shape: [spec.vocabSize, spec.embeddings.width],
    count: 1,
    active: 1,
    linear: false,
    adaptable: false,
  } as const
  return [...tensors, head]
}

/** Linear layers and embedding tables; vectors and packed experts are not layers LoRA can adapt. */
function canAdapt(tensor: ModelTensor, options: LoraOptions): boolean {
  if (tensor.shape.length !== 2) return false
  const ofMixture = tensor.routed === true || tensor.role === 'router'
  if (ofMixture && options.experts === 'separate') return true
  if (tensor.routed === true) return false
  return (
    (tensor.adaptable ?? tensor.linear) ||
    tensor.role === 'output' ||
    tensor.role.endsWith('-embedding')
  )
}

function trainedBiases(
  tensors: readonly ModelTensor[],
  layers: readonly ModelTensor[],
  options: LoraOptions,
): readonly ModelTensor[] {
  const biases = tensors.filter(({ name }) => name.endsWith('.bias'))
  const saved = new Set(savedTensors(tensors, options.modulesToSave ?? []))
  switch (options.bias ?? 'none') {
    case 'none':
      return []
    case 'all':
      return biases.filter((tensor) => !saved.has(tensor))
    case 'lora_only': {
      const names = new Set(layers.map(({ name }) => `${name}.bias`))
      return biases.filter(({ name }) => names.has(name))
    }
  }
}

/** Tensors inside a module whose path ends with one of the names. */
function savedTensors(
  tensors: readonly ModelTensor[],
  names: readonly string[],
): readonly ModelTensor[] {
  if (names.length === 0) return []
  return tensors.filter((tensor) =>
    modulePaths(tensor.name).some((path) => names.some((name) => path.endsWith(name))),
  )
}

/** 'a.b.c' and the modules around it: 'a', 'a.b', 'a.b.c'. */
function modulePaths(name: string): readonly string[] {
  const parts = name.replace(/\.bias$/, '').split('.')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0)
}
