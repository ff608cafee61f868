import type { LoraOptions } from '../lora/lora-options.ts'
import { lorasTarget, rankOf } from '../lora/lora-targets.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { ModelTensor } from '../model/tensor.ts'
import type { ListedTensor } from '../weights/safetensors-header-bytes.ts'
import { specTensors } from '../weights/spec-tensors.ts'

/**
 * The tensors of a saved adapter under PEFT's names, in the order that safetensors writes them: an
 * A and a B for each adapted matrix, and DoRA's magnitude.
 *
 * @example adapterTensors(llama2_7b, { rank: 8, targets: ['q_proj'] }, 4)[0]?.shape //=> [8, 4096]
 */
export function adapterTensors(
  spec: ModelSpec,
  options: LoraOptions,
  bytesPerNumber: 2 | 4,
): readonly ListedTensor[] {
  const isTarget = lorasTarget(options)
  return specTensors(spec)
    .filter((tensor) => tensor.shape.length === 2 && tensor.routed !== true && isTarget(tensor))
    .flatMap((tensor) => partsOf(tensor, options))
    .map(({ name, shape }) => ({
      name,
      shape,
      dtype: bytesPerNumber === 4 ? 'F32' : 'BF16',
      bytes: shape.reduce((product, size) => product * size, bytesPerNumber),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

function partsOf(tensor: ModelTensor, options: LoraOptions) {
  const [rows = 0, columns = 0] = tensor.shape
  const rank = rankOf(tensor.name, options)
  const path = `base_model.model.${tensor.name}`
  return [
    { name: `${path}.lora_A.weight`, shape: [rank, columns] },
    { name: `${path}.lora_B.weight`, shape: [rows, rank] },
    ...(options.dora === true ? [{ name: `${path}.lora_magnitude_vector`, shape: [rows] }] : []),
  ]
}
