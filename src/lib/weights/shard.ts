import type { LayerSpec } from '../model/spec.ts'
import type { ModelTensor, TensorRole } from '../model/tensor.ts'

const replicated: ReadonlySet<TensorRole> = new Set([
  'norm',
  'router',
  'shared-gate',
  'position-embedding',
  'type-embedding',
  'attn-q-a',
  'attn-kv-a',
])

/**
 * Share of a tensor that one of several tensor-parallel GPUs holds: 1 for what each GPU keeps whole
 * (norms, routers, MLA's down-projections), 1/n for the rest, and for keys and values at least one
 * head: 1/min(n, key heads).
 *
 * Source: vLLM's linear layers (`vllm-parallel`).
 *
 * @example tensorShare(kProj, layerWith8KeyHeads, 16) // 0.125
 */
export function tensorShare(
  tensor: Pick<ModelTensor, 'role'>,
  layer: LayerSpec | undefined,
  gpus: number,
): number {
  if (gpus === 1) return 1
  const { role } = tensor
  if (replicated.has(role)) return 1
  const attention = layer?.attention
  if (attention?.kind !== 'full' && attention?.kind !== 'sliding') return 1 / gpus
  const keyShare = 1 / Math.min(gpus, attention.kvHeads)
  if (role === 'attn-k' || role === 'attn-v') return keyShare
  if (role !== 'attn-qkv') return 1 / gpus
  const { heads, kvHeads } = attention
  return (heads / gpus + 2 * kvHeads * keyShare) / (heads + 2 * kvHeads)
}
