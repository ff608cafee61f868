import type { TensorCategory } from './mix-recipe.ts'
import type { StoredTensor } from './stored-tensor.ts'

/** A matrix that the quantiser may touch. */
export function quantisable(
  name: string,
  layer: number,
  dims: readonly number[],
  category: TensorCategory,
): StoredTensor {
  return { name, layer, dims, category, quantisable: true }
}

/** A tensor that stays F32. */
export function fixed(name: string, layer: number, dims: readonly number[]): StoredTensor {
  return { name, layer, dims, category: 'other', quantisable: false }
}
