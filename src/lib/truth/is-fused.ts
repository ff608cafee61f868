import type { ModelSpec } from '../model/spec.ts'

/** True where one matrix holds queries, keys and values. */
export function isFused({ layers }: ModelSpec): boolean {
  return layers.some(({ attention }) => 'fusedQkv' in attention && attention.fusedQkv)
}
