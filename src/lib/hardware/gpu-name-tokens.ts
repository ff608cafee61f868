/** A device's name taken apart into what identifies it and what only describes it. */
export interface GpuNameTokens {
  /** Model numbers and what tells siblings apart (ti, super, laptop, max): these must agree. */
  readonly hard: readonly string[]
  /** Sizes, slots and editions: these decide between devices that agree in the hard ones. */
  readonly soft: readonly string[]
  /** The tokens in order, without noise. */
  readonly text: string
}

const noise = new Set(
  'nvidia corporation geforce amd ati radeon intel apple graphics gpu graphic card tesla the tm r c series angle opengl engine direct3d11 direct3d12 d3d11 d3d12 vulkan metal renderer mesa sse2 pcie0 generation processor core with design unspecified version compatibility profile chip nvidia0 vs_5_0 ps_5_0 inc'.split(
    ' ',
  ),
)
const softWords = new Set(
  'pcie sxm sxm2 sxm3 sxm4 sxm5 nvl hgx oam rtx gtx rx hbm2 hbm2e hbm3 hbm3e gddr5 gddr6 gddr6x gddr7 workstation server edition blackwell ai dual'.split(
    ' ',
  ),
)

/**
 * Takes apart a name of a graphics device as browsers (ANGLE, WebGPU), drivers and people write it.
 *
 * @example gpuNameTokens('NVIDIA GeForce RTX 4070 Ti SUPER').hard //=> ['4070', 'ti', 'super']
 */
export function gpuNameTokens(name: string): GpuNameTokens {
  const tokens = splitName(unwrap(name.slice(0, 300)))
  const kept = tokens.filter((token) => !noise.has(token) && !/^(0x)?0000[0-9a-f]{4}$/.test(token))
  const isSoft = (token: string) => softWords.has(token) || /^\d+(gb|core|w)$/.test(token)
  return {
    hard: kept.filter((token) => !isSoft(token)),
    soft: kept.filter(isSoft),
    text: kept.join(' '),
  }
}

/** Takes the device out of "ANGLE (vendor, device, back end)" and drops what follows it. */
function unwrap(name: string): string {
  const angle = /^ANGLE \((.*)\)\s*$/i.exec(name)?.[1]
  const device = angle === undefined ? name : (angle.split(/,\s*/)[1] ?? angle)
  return device
    .replace(/^ANGLE Metal Renderer:\s*/i, '')
    .replace(/\((TM|R|C)\)/gi, ' ')
    .replace(/\(0x[0-9a-f]+\)/gi, ' ')
    .replace(/\((radeonsi|navi|gfx|LLVM|DG2|ADL|RPL|TGL|MTL|LNL|BMG)[^)]*\)?/gi, ' ')
    .replace(/Direct3D\d+.*$|OpenGL.*$|\/PCIe\/SSE2.*$/i, ' ')
}

function splitName(name: string): readonly string[] {
  return (
    name
      .toLowerCase()
      .replace(/max-q/g, 'maxq')
      .replace(/\b(mobile|notebook)\b/g, 'laptop')
      .replace(/(\d+)[ -]?cores?( gpu)?\b/g, '$1core')
      .replace(/(\d+)\s*gi?b\b/g, '$1gb')
      .replace(/\b(rtx|gtx|rx|gt)(?=\d)/g, '$1 ')
      // 3080Ti, 7900XTX, 4070S; not 6000M or 7900M, whose letter is part of the model.
      .replace(/(\d{3,4})(ti|super|xtx|xt|gre)\b/g, '$1 $2')
      .match(/[a-z0-9_]+/g) ?? []
  )
}
