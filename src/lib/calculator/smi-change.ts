import { formatBytes } from '../format/format-bytes.ts'
import type { SmiDevice } from '../hardware/nvidia-smi.ts'
import { matchGpuName } from '../hardware/match-gpu-name.ts'
import type { AdapterInfo } from '../hardware/match-gpu-name.ts'
import { parseNvidiaSmi } from '../hardware/parse-nvidia-smi.ts'
import { bytesPer } from '../units/units.ts'
import type { ByteBase } from '../units/units.ts'
import type { GpuRow } from './calculator-data.ts'
import type { PastedChange } from './ollama-change.ts'

/**
 * Reads pasted `nvidia-smi` text: the card, how many alike, and the free memory of the fullest.
 *
 * @example smiChange('NVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB', gpus, 'iec')
 * //=> { change: { gpu: 'rtx-4090', gpuCount: 1, memory: 25164775424 }, says: '…' }
 */
export function smiChange(
  text: string,
  gpus: readonly GpuRow[],
  base: ByteBase,
): PastedChange | { readonly problem: string } {
  const report = parseNvidiaSmi(text)
  if ('problem' in report) return report
  const [first] = report.devices
  if (first === undefined) return { problem: 'The text lists no GPU.' }
  const alike = report.devices.filter(({ name }) => name === first.name)
  const found = matchGpuName(first.name, gpus, { memoryMiB: first.totalMiB, cut: first.nameCut })
  const free = alike.map(freeBytes).filter((bytes) => bytes !== null)
  const memory = free.length === 0 ? null : Math.min(...free)
  const name = found?.name ?? first.name
  const counted = alike.length === 1 ? name : `${alike.length} × ${name}`
  const rest = report.devices.length - alike.length
  const size = memory === null ? '' : `, ${formatBytes(memory, { base })} free`
  const left = rest === 0 ? '' : ` ${rest} of another kind left out.`
  const unlisted =
    found === null ? ' The list does not have it: only its memory is used, not its speed.' : ''
  return {
    change: {
      gpuCount: Math.min(64, alike.length),
      memory,
      ...(found === null ? {} : { gpu: found.id }),
    },
    says: `Found ${counted}${size}.${left}${unlisted}`,
  }
}

function freeBytes(device: SmiDevice): number | null {
  const { totalMiB, usedMiB, freeMiB } = device
  const mebibytes = freeMiB ?? (totalMiB === null ? null : totalMiB - (usedMiB ?? 0))
  return mebibytes === null || mebibytes <= 0 ? null : mebibytes * bytesPer.MiB
}

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
