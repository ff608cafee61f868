import { loraParameters } from '../lora/lora-parameters.ts'
import type { ModelSpec } from '../model/spec.ts'
import { safetensorsHeaderBytes } from '../weights/safetensors-header-bytes.ts'
import { adaptedSpec } from './adapted-spec.ts'
import { adapterOptions } from './adapter-options.ts'
import { adapterTensors } from './adapter-tensors.ts'
import { classifierHead } from './classifier-head.ts'
import { textOf } from './truth-input.ts'

type Input = Readonly<Record<string, unknown>>

/** Trainable parameters of the adapter that a row's input describes. */
export function adapterParameters(spec: ModelSpec, input: Input): number {
  const options = adapterOptions(spec, input)
  const { trainable } = loraParameters(adaptedSpec(spec, options), options)
  return trainable + classifierHead(spec, input)
}

/**
 * Bytes of a saved adapter: its tensors, those that LoRA-FA freezes among them, in `dtype`, which
 * PEFT leaves at fp32, and the file's header. A `container` asks for the tensors alone.
 */
export function adapterBytes(spec: ModelSpec, input: Input): number {
  const width = /16|half/.test(textOf(input, 'dtype') ?? 'fp32') ? 2 : 4
  const options = { ...adapterOptions(spec, input), frozenA: false }
  const adapted = adaptedSpec(spec, options)
  const bytes = (loraParameters(adapted, options).trainable + classifierHead(spec, input)) * width
  const tensors = adapterTensors(adapted, options, width)
  const listed = tensors.reduce((sum, tensor) => sum + tensor.bytes, 0)
  // Copies of whole modules have names that the list does not know; their header is left out.
  const whole = textOf(input, 'container') === undefined && listed === bytes
  return bytes + (whole ? safetensorsHeaderBytes(tensors) : 0)
}
