import { matchGpuName } from '../hardware/match-gpu-name.ts'
import type { AdapterInfo } from '../hardware/match-gpu-name.ts'
import type { GpuRow } from './calculator-data.ts'
import type { PastedChange } from './pasted-change.ts'

/**
 * Finds the card that a browser names, from the renderer of WebGL or the adapter of WebGPU.
 *
 * @example browserGpuChange(['ANGLE (NVIDIA, NVIDIA GeForce RTX 4090 Direct3D11)'], gpus)
 */
export function browserGpuChange(
  names: readonly (string | AdapterInfo)[],
  gpus: readonly GpuRow[],
): PastedChange | { readonly problem: string } {
  for (const name of names) {
    const found = matchGpuName(name, gpus)
    if (found !== null) {
      return {
        change: { gpu: found.id, gpuCount: 1, memory: null },
        says: `The browser names ${found.name}. Where a name comes in several sizes, the smallest is taken.`,
      }
    }
  }
  const told = names.map((name) => (typeof name === 'string' ? name : (name.description ?? '')))
  const text = told.find((each) => each !== '')
  return {
    problem:
      text === undefined
        ? 'This browser does not tell which GPU it draws with. Choose it by name.'
        : `The browser names "${text.slice(0, 80)}", which is no card of the list. Choose it by name.`,
  }
}
