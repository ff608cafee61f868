import type { LoraOptions } from '../lora/lora-options.ts'
import { loraParameters } from '../lora/lora-parameters.ts'
import type { ModelSpec } from '../model/spec.ts'
import { safetensorsHeaderBytes } from '../weights/safetensors-header-bytes.ts'
import { adapterTensors } from './adapter-tensors.ts'
import { numberOf, textOf, textsOf } from './truth-input.ts'

type Input = Readonly<Record<string, unknown>>

/** Trainable parameters of the adapter that a row's input describes. */
export function adapterParameters(spec: ModelSpec, input: Input): number {
  return loraParameters(spec, loraOptions(input)).trainable
}

/**
 * Bytes of a saved adapter: its tensors, those that LoRA-FA freezes among them, in `dtype`, which
 * PEFT leaves at fp32, and the file's header. A `container` asks for the tensors alone.
 */
export function adapterBytes(spec: ModelSpec, input: Input): number {
  const width = /16|half/.test(textOf(input, 'dtype') ?? 'fp32') ? 2 : 4
  const options = { ...loraOptions(input), frozenA: false }
  const bytes = loraParameters(spec, options).trainable * width
  const tensors = adapterTensors(spec, options, width)
  const listed = tensors.reduce((sum, tensor) => sum + tensor.bytes, 0)
  // Copies of whole modules have names that the list does not know; their header is left out.
  const whole = textOf(input, 'container') === undefined && listed === bytes
  return bytes + (whole ? safetensorsHeaderBytes(tensors) : 0)
}

function loraOptions(input: Input): LoraOptions {
  const variant = textOf(input, 'variant') ?? ''
  const rank = numberOf(input, 'r', 'rank', 'lora_r')
  if (rank === undefined) throw new RangeError('the row gives no rank')
  const save = textsOf(input, 'modules_to_save')
  const bias = textOf(input, 'bias')
  return {
    rank,
    targets: targetsOf(input),
    dora: input['use_dora'] === true || /dora/i.test(variant),
    frozenA: /lora[-_ ]?fa/i.test(variant),
    ...(save === undefined ? {} : { modulesToSave: save }),
    ...(bias === 'all' || bias === 'lora_only' ? { bias } : {}),
  }
}

/** A list of names, or a text that PEFT takes for itself; a plain name stands for a list of one. */
function targetsOf(input: Input): LoraOptions['targets'] {
  const targets = input['target_modules']
  if (typeof targets === 'string') return /^\w+$/.test(targets) ? [targets] : targets
  const names = textsOf(input, 'target_modules')
  if (names === undefined || names.length === 0) throw new RangeError('the row names no targets')
  return names
}
