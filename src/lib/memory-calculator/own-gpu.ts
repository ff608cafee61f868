import { formatBytes } from '../format/format-bytes.ts'
import type { ByteBase } from '../units/units.ts'
import type { GpuRow } from './calculator-data.ts'

/** What stands in a state for a card that no list has: only its memory is known. */
export const OWN_GPU = 'own'

/**
 * A card that no list has, made of the memory that is free on it. Its speed is not known, so a
 * bandwidth of 0 stands for it, from which no speed is computed.
 *
 * @example ownGpu(16 * 2 ** 30, 'iec').name //=> 'your card of 16 GiB'
 */
export const ownGpu = (memoryBytes: number, base: ByteBase): GpuRow => ({
  id: OWN_GPU,
  name: `your card of ${formatBytes(memoryBytes, { base })}`,
  aliases: [],
  kind: '',
  memoryBytes,
  bandwidthGBps: 0,
  memoryClass: 'gddr',
  tflops: {},
})
