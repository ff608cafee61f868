import type { Engine } from '../memory/setup.ts'
import type { CacheRequest } from './cache-options.ts'
import { cellBytes } from './cell-bytes.ts'
import type { EnginePolicy } from './engine-policy.ts'
import { kvBytesFormula } from './kv-bytes.formula.ts'
import type { LayerGroup } from './layer-groups.ts'
import { llamaCppPolicy } from './llama-cpp-policy.ts'
import { stateBytes } from './state-bytes.ts'
import { transformersPolicy } from './transformers-policy.ts'
import { vllmCacheGroups } from './vllm-cache-groups.ts'
import { vllmPolicy } from './vllm-policy.ts'

/** Bytes of one layer of a group, all sequences together, and what the group leaves empty in all. */
export interface GroupBytes {
  readonly group: LayerGroup
  readonly attention: number
  readonly convolution: number
  readonly recurrent: number
  readonly padding: number
}

/** Each engine's rules. */
export const POLICIES: Readonly<Record<Engine, EnginePolicy>> = {
  transformers: transformersPolicy,
  'llama.cpp': llamaCppPolicy,
  vllm: vllmPolicy,
}

/**
 * Bytes that each kind of layer takes under the rules of the engine in the request.
 *
 * `cells x bytes per cell` for attention, one fixed state a sequence for recurrent layers.
 *
 * @throws RangeError for a quantised row that does not fill its blocks.
 * @example groupBytes(layerGroups(llama3.layers), request)[0].attention // 4096 x cells
 */
export function groupBytes(
  groups: readonly LayerGroup[],
  request: CacheRequest,
): readonly GroupBytes[] {
  if (request.engine === 'vllm' && request.rounding) return vllmCacheGroups(groups, request)
  const policy = POLICIES[request.engine]
  return groups.map((group) => layerBytes(group, policy, request))
}

function layerBytes(group: LayerGroup, policy: EnginePolicy, request: CacheRequest): GroupBytes {
  const { attention } = group
  const none = { group, attention: 0, convolution: 0, recurrent: 0, padding: 0 }
  if (attention.kind === 'none') return none
  if (attention.kind === 'recurrent') {
    const state = stateBytes(attention, policy, request)
    return {
      ...none,
      convolution: state.convolution * request.sequences,
      recurrent: state.recurrent * request.sequences,
    }
  }
  const cells =
    attention.kind === 'sliding'
      ? policy.slidingCells(request, attention.window)
      : policy.fullCells(request)
  return {
    ...none,
    attention: kvBytesFormula.evaluate({ perToken: cellBytes(attention, request), cells }),
  }
}
