import type { Gpu } from './gpu.ts'
import { gpuNameTokens } from './gpu-name-tokens.ts'
import type { GpuNameTokens } from './gpu-name-tokens.ts'

/** What WebGPU tells about an adapter; each part may be an empty text. */
export interface AdapterInfo {
  readonly vendor?: string
  readonly architecture?: string
  readonly device?: string
  readonly description?: string
}

export type KnownGpu = Pick<Gpu, 'id' | 'name' | 'aliases' | 'memoryBytes'>

/**
 * Finds the device of a list that a name means: a WebGL renderer string, what WebGPU tells, or a
 * name that nvidia-smi prints, cut or whole. Laptop variants match only laptop variants. Where the
 * name fits several sizes of one card and the memory is not given, the smallest is chosen, so that
 * no answer promises too much. Returns null when nothing fits, or when the browser hides the name.
 *
 * @example matchGpuName('ANGLE (NVIDIA, NVIDIA GeForce RTX 4090 Direct3D11 vs_5_0 ps_5_0, D3D11)', gpus)?.id
 *   //=> 'rtx-4090'
 */
export function matchGpuName<T extends KnownGpu>(
  name: string | AdapterInfo,
  gpus: readonly T[],
  options: { readonly memoryMiB?: number | null; readonly cut?: boolean } = {},
): T | null {
  const text = typeof name === 'string' ? name : `${name.description ?? ''}`
  // Firefox answers with a group of similar cards; software renderers have no card at all.
  if (/or similar|swiftshader|llvmpipe|basic render/i.test(text)) return null
  const same = text.trim().toLowerCase()
  const exact = gpus.find((gpu) =>
    [gpu.name, ...gpu.aliases].some((known) => known.toLowerCase() === same),
  )
  if (exact !== undefined && (options.memoryMiB ?? null) === null) return exact
  const cut = options.cut ?? /(\.\.\.|…)\s*$/.test(text)
  const query = gpuNameTokens(text.replace(/(\.\.\.|…)\s*$/, ''))
  if (!/\d/.test(query.text)) return null
  const memory = options.memoryMiB ?? null
  let best: { readonly gpu: T; readonly score: number } | null = null
  for (const gpu of gpus) {
    const score = gpuScore({ gpu, query, cut, memory })
    if (score === null) continue
    const better = best === null || score > best.score
    const smaller = best !== null && score === best.score && gpu.memoryBytes < best.gpu.memoryBytes
    if (better || smaller) best = { gpu, score }
  }
  return best?.gpu ?? null
}

interface Question {
  readonly gpu: KnownGpu
  readonly query: GpuNameTokens
  readonly cut: boolean
  readonly memory: number | null
}

/** Higher is better; null rules the device out. */
function gpuScore(question: Question): number | null {
  const { gpu, query, cut, memory } = question
  // A driver holds back a few hundred MiB; a card of another size differs by far more.
  const memoryGap =
    memory === null ? 0 : Math.abs(memory * 2 ** 20 - gpu.memoryBytes) / gpu.memoryBytes
  if (memoryGap > 0.15) return null
  const scores = [gpu.name, ...gpu.aliases].map((name) =>
    nameScore(gpuNameTokens(name), query, cut),
  )
  const possible = scores.filter((score) => score !== null)
  return possible.length === 0 ? null : Math.max(...possible) - memoryGap
}

function nameScore(known: GpuNameTokens, query: GpuNameTokens, cut: boolean): number | null {
  if (cut) return known.text.startsWith(query.text) ? query.text.length / known.text.length : null
  if (known.hard.length === 0 || !sameSet(known.hard, query.hard)) return null
  if (
    differ(known.soft, query.soft, /^\d+gb$/) ||
    differ(known.soft, query.soft, /^(rtx|gtx|rx)$/)
  ) {
    return null
  }
  if (differ(known.soft, query.soft, /^\d+core$/)) return null
  const shared = known.soft.filter((token) => query.soft.includes(token)).length
  const unasked = known.soft.filter(
    (token) => !query.soft.includes(token) && !/^(rtx|gtx|rx)$/.test(token),
  )
  return 10 + shared - 0.5 * unasked.length
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return new Set(one).size === new Set(other).size && one.every((token) => other.includes(token))
}

/** True when both name something of this kind, and not the same. */
function differ(one: readonly string[], other: readonly string[], kind: RegExp): boolean {
  const ofOne = one.filter((token) => kind.test(token))
  const ofOther = other.filter((token) => kind.test(token))
  return ofOne.length > 0 && ofOther.length > 0 && !ofOne.some((token) => ofOther.includes(token))
}
