import type { AdapterInfo } from '../../../lib/hardware/match-gpu-name.ts'

interface GpuAdapterSource {
  readonly requestAdapter: () => Promise<{ readonly info?: AdapterInfo } | null>
}

/** What this browser tells about the card it draws with; asked only when the reader wishes. */
export async function browserGpuNames(): Promise<readonly (string | AdapterInfo)[]> {
  const names = [webglName(), await webgpuName()]
  return names.filter((name) => name !== null)
}

function webglName(): string | null {
  const gl = document.createElement('canvas').getContext('webgl')
  if (gl === null) return null
  const details = gl.getExtension('WEBGL_debug_renderer_info')
  const name: unknown = gl.getParameter(details?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)
  gl.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof name === 'string' ? name : null
}

async function webgpuName(): Promise<AdapterInfo | null> {
  const { gpu } = navigator as { readonly gpu?: GpuAdapterSource }
  try {
    const adapter = await gpu?.requestAdapter()
    return adapter?.info ?? null
  } catch {
    return null
  }
}
