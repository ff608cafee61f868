import type { CacheRequest } from './cache-options.ts'
import { cellBytes } from './cell-bytes.ts'
import type { LayerGroup } from './layer-groups.ts'
import { stateBytes } from './state-bytes.ts'
import { vllmPolicy } from './vllm-policy.ts'

/** Layers of one kind, as vLLM's block manager sees them. */
export interface PageGroup {
  readonly source: LayerGroup
  readonly layers: number
  /** Tokens in one block of these layers. */
  readonly blockSize: number
  /** Bytes of one block in one layer. */
  readonly pageBytes: number
  /** Block tables these layers are dealt out to. */
  readonly tables: number
}

export interface VllmLayout {
  readonly groups: readonly PageGroup[]
  /** Block tables that share the pool. */
  readonly tables: number
  /** Bytes that one block takes in the whole pool. */
  readonly blockBytes: number
  /** Layers in a table; 0 where every layer has memory of its own. */
  readonly tableLayers: number
}

const ALIGNMENT = 16

/**
 * How vLLM divides its cache into blocks when layers differ.
 *
 * Layers of one kind form one table. Several kinds share a pool of equal pages: attention blocks
 * are widened until they hold a recurrent state, narrower pages take longer blocks, and each kind
 * is dealt out to tables of `t` layers, where `t` is the smallest kind's count (the largest's, when
 * that is less than 1.5 times as many). Places left over in a table are padding.
 *
 * Source: vllm/v1/core/kv_cache_utils.py and vllm/model_executor/models/config.py.
 *
 * @example vllmLayout(layerGroups(gptOss20b.layers), request).tables // 2
 */
export function vllmLayout(groups: readonly LayerGroup[], request: CacheRequest): VllmLayout {
  const caching = groups.filter(({ attention }) => attention.kind !== 'none')
  const block = attentionBlock(caching, request)
  const pages = isUniform(caching)
    ? null
    : unifyPages(caching.map((group) => page(group, request, block)))
  if (pages === null) {
    const own = caching.map((group) => page(group, request, request.blockSize))
    return {
      groups: own,
      tables: own.length === 0 ? 0 : 1,
      blockBytes: own.reduce((sum, { layers, pageBytes }) => sum + layers * pageBytes, 0),
      tableLayers: 0,
    }
  }
  const counts = pages.map(({ layers }) => layers)
  const least = Math.min(...counts)
  const most = Math.max(...counts)
  const tableLayers = most < least * 1.5 ? most : least
  const dealt = pages.map((group) => ({ ...group, tables: Math.ceil(group.layers / tableLayers) }))
  return {
    groups: dealt,
    tables: dealt.reduce((sum, { tables }) => sum + tables, 0),
    blockBytes: tableLayers * Math.max(...dealt.map(({ pageBytes }) => pageBytes)),
    tableLayers,
  }
}

function page(group: LayerGroup, request: CacheRequest, blockSize: number): PageGroup {
  const { attention, layers } = group
  const shared = { source: group, layers: layers.length, blockSize, tables: 1 }
  if (attention.kind === 'none') return { ...shared, pageBytes: 0 }
  if (attention.kind !== 'recurrent') {
    return { ...shared, pageBytes: blockSize * cellBytes(attention, request) }
  }
  const state = stateBytes(attention, vllmPolicy, request)
  return { ...shared, pageBytes: state.convolution + state.recurrent }
}

/** Block size at which an attention page holds a whole recurrent state. */
function attentionBlock(groups: readonly LayerGroup[], request: CacheRequest): number {
  const states = groups.map((group) =>
    group.attention.kind === 'recurrent' ? page(group, request, 1).pageBytes : 0,
  )
  const cells = groups.map(({ attention }) =>
    attention.kind === 'recurrent' || attention.kind === 'none' ? 0 : cellBytes(attention, request),
  )
  const state = Math.max(0, ...states)
  const cell = Math.max(0, ...cells)
  if (state === 0 || cell === 0) return request.blockSize
  return Math.max(request.blockSize, ALIGNMENT * Math.ceil(state / (ALIGNMENT * cell)))
}

/** Pages of equal bytes, or null where the sizes do not divide and vLLM cannot share a pool. */
function unifyPages(pages: readonly PageGroup[]): readonly PageGroup[] | null {
  const widest = Math.max(0, ...pages.map(({ pageBytes }) => pageBytes))
  const unified: PageGroup[] = []
  for (const group of pages) {
    const recurrent = group.source.attention.kind === 'recurrent'
    const ratio = widest / group.pageBytes
    if (!recurrent && !Number.isInteger(ratio)) return null
    const blockSize = recurrent ? group.blockSize : group.blockSize * ratio
    unified.push({ ...group, blockSize, pageBytes: widest })
  }
  return unified
}

function isUniform(groups: readonly LayerGroup[]): boolean {
  const kinds = new Set(
    groups.map(({ attention }) =>
      attention.kind === 'sliding'
        ? `sliding ${attention.window}`
        : attention.kind === 'mla'
          ? 'full'
          : attention.kind,
    ),
  )
  return kinds.size <= 1
}
