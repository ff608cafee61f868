import type { CacheRequest } from './cache-options.ts'
import type { GroupBytes } from './group-bytes.ts'
import type { LayerGroup } from './layer-groups.ts'
import { stateBytes } from './state-bytes.ts'
import { type PageGroup, type VllmLayout, vllmLayout } from './vllm-layout.ts'
import { vllmPolicy } from './vllm-policy.ts'

/**
 * Bytes that each kind of layer takes from vLLM's blocks.
 *
 * `blocks x page bytes` a layer. A recurrent state takes one page a sequence and leaves the rest of
 * it empty, and a table of `t` places that holds fewer layers leaves whole pages empty: both are
 * counted as padding, since nobody else can use them.
 *
 * @example vllmCacheGroups(layerGroups(llama3.layers), request)[0].padding // 0
 */
export function vllmCacheGroups(
  groups: readonly LayerGroup[],
  request: CacheRequest,
): readonly GroupBytes[] {
  const layout = vllmLayout(groups, request)
  return layout.groups.map((page) => pageGroupBytes(page, layout, request))
}

function pageGroupBytes(page: PageGroup, layout: VllmLayout, request: CacheRequest): GroupBytes {
  const { source: group, layers, tables } = page
  const { attention } = group
  const { sequences } = request
  const places = layout.tableLayers === 0 ? layers : tables * layout.tableLayers
  if (attention.kind === 'recurrent') {
    const state = stateBytes(attention, vllmPolicy, request)
    const used = (state.convolution + state.recurrent) * sequences
    return {
      group,
      attention: 0,
      convolution: state.convolution * sequences,
      recurrent: state.recurrent * sequences,
      padding: places * page.pageBytes * sequences - layers * used,
    }
  }
  const bytes = (pageCells(page, request) / page.blockSize) * page.pageBytes
  return {
    group,
    attention: bytes,
    convolution: 0,
    recurrent: 0,
    padding: (places - layers) * bytes,
  }
}

function pageCells(page: PageGroup, request: CacheRequest): number {
  const { attention } = page.source
  const blocks = { ...request, blockSize: page.blockSize }
  return attention.kind === 'sliding'
    ? vllmPolicy.slidingCells(blocks, attention.window)
    : vllmPolicy.fullCells(blocks)
}
