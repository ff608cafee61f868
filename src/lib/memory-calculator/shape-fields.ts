import type { ModelSpec } from '../model/spec.ts'
import { shownShape } from './override-shape.ts'
import type { ShownShape } from './override-shape.ts'

const KEYS = ['layers', 'heads', 'kvHeads', 'headDim'] as const satisfies (keyof ShownShape)[]

/**
 * The fields of the what-if shape with the model's own values, '' where it has none.
 *
 * @example shapeFields(llama3)[2] //=> { key: 'kvHeads', value: '8' }
 */
export function shapeFields(
  spec: Pick<ModelSpec, 'layers'>,
): readonly { readonly key: (typeof KEYS)[number]; readonly value: string }[] {
  const shape = shownShape(spec)
  return KEYS.map((key) => ({ key, value: shape === null ? '' : String(shape[key]) }))
}
