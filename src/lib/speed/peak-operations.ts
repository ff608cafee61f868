import type { PeakTflops } from '../hardware/gpu.ts'

/** Formats to try, best first, for weights of a format. GGUF types compute at 16 bits. */
const order: Readonly<Record<string, readonly (keyof PeakTflops)[]>> = {
  fp32: ['fp32'],
  fp8: ['fp8', 'bf16', 'fp16', 'fp32'],
  int8: ['int8', 'fp16', 'bf16', 'fp32'],
}

/**
 * Peak operations a second of a device for weights of a format, or null when none is known:
 * 1e12 x the TFLOPS of the format it computes in.
 *
 * @example peakOperations({ fp16: 165.2 }, 'Q4_K_M') //=> 165200000000000
 */
export function peakOperations(
  tflops: PeakTflops | undefined,
  weightFormat: string,
): number | null {
  const formats = Object.hasOwn(order, weightFormat) ? order[weightFormat] : undefined
  for (const format of formats ?? (['bf16', 'fp16', 'fp32'] as const)) {
    const value = tflops?.[format]
    if (value !== undefined) return value * 1e12
  }
  return null
}
