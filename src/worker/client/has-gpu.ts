/** True where the browser offers a graphics processor to WebGPU, and no imitation of one in software. */
export const hasGpu = async (): Promise<boolean> => {
  if (!('gpu' in navigator)) return false
  const adapter = await navigator.gpu.requestAdapter().catch(() => null)
  return adapter !== null && !adapter.info.isFallbackAdapter
}
