import type { MemoryClass } from '../hardware/gpu.ts'
import type { Engine } from '../memory/setup.ts'

export interface PrefillShare {
  readonly low: number
  readonly typical: number
  readonly high: number
}

/**
 * llama.cpp by class of memory. Seen for an 8B model at 16 bits: RTX 4090 0.82 and RTX 3090 0.90
 * of the peak, A100 PCIe 0.36, H100 PCIe 0.20; Apple's M chips about 0.55 to 0.7.
 */
const llamaCpp: Readonly<Record<MemoryClass, PrefillShare>> = {
  gddr: { low: 0.3, typical: 0.6, high: 0.9 },
  hbm: { low: 0.15, typical: 0.3, high: 0.6 },
  unified: { low: 0.3, typical: 0.55, high: 0.8 },
  ddr: { low: 0.2, typical: 0.4, high: 0.7 },
}
const others: PrefillShare = { low: 0.3, typical: 0.5, high: 0.8 }

/**
 * Share of a device's peak arithmetic that reading a prompt reaches: assumed, with a wide range,
 * since there is no published table to fit it on.
 *
 * @example prefillShare({ engine: 'vllm', memoryClass: 'hbm' }).typical //=> 0.5
 */
export function prefillShare(run: {
  readonly engine: Engine
  readonly memoryClass: MemoryClass
}): PrefillShare {
  return run.engine === 'llama.cpp' ? llamaCpp[run.memoryClass] : others
}
