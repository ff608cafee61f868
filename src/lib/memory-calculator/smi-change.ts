import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import type { SmiDevice, SmiReport } from '../hardware/nvidia-smi.ts'
import { matchGpuName } from '../hardware/match-gpu-name.ts'
import { parseNvidiaSmi } from '../hardware/parse-nvidia-smi.ts'
import { bytesPer } from '../units/units.ts'
import type { ByteBase } from '../units/units.ts'
import type { GpuRow } from './calculator-data.ts'
import { OWN_GPU } from './own-gpu.ts'
import type { PastedChange, PastedMeaning } from './pasted-change.ts'

type Found = PastedChange | { readonly problem: string }

/**
 * Reads pasted `nvidia-smi` text: the card, how many alike, and the free memory of the fullest. A
 * card that the list does not have becomes "your card", with its memory and without a speed.
 *
 * @example smiChange('NVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB', gpus, 'iec')
 * //=> { change: { gpu: 'rtx-4090', gpuCount: 1, memory: 25164775424 }, says: '…', others: [ … ] }
 */
export function smiChange(text: string, gpus: readonly GpuRow[], base: ByteBase): Found {
  const report = parseNvidiaSmi(text)
  if ('problem' in report) return report
  const [first] = report.devices
  if (first === undefined) return { problem: 'The text lists no GPU.' }
  const alike = report.devices.filter(({ name }) => name === first.name)
  const found = matchGpuName(first.name, gpus, { memoryMiB: first.totalMiB, cut: first.nameCut })
  const name = found?.name ?? first.name
  const full = alike.find((device) => freeMiB(device) === 0)
  if (full !== undefined) return { problem: nothingFree(full, name, report) }
  const memory = least(alike.map(freeMiB))
  if (found === null && memory === null) {
    return {
      problem: `The list does not have ${name}, and the text does not tell its memory. Type what is free of it under "Free memory".`,
    }
  }
  const change = { gpu: found?.id ?? OWN_GPU, gpuCount: Math.min(64, alike.length), memory }
  const counted = alike.length === 1 ? name : `${alike.length} × ${name}`
  const rest = report.devices.length - alike.length
  const says = [
    `Found ${counted}${memory === null ? '' : `, ${formatBytes(memory, { base })} free`}.`,
    ...(rest === 0 ? [] : [`${rest} of another kind left out.`]),
    ...(found === null
      ? ['The list does not have this card: its memory is used, and no speed is told.']
      : []),
    ...(report.orderAssumed ? ['The numbers were read as total and used.'] : []),
  ]
  return { change, says: says.join(' '), others: otherOrder(report, alike, change, base) }
}

/** Without a heading, the second number may be the free memory as well. */
function otherOrder(
  report: SmiReport,
  alike: readonly SmiDevice[],
  change: PastedChange['change'],
  base: ByteBase,
): readonly PastedMeaning[] {
  const memory = least(alike.map(({ usedMiB }) => usedMiB))
  if (!report.orderAssumed || memory === null || memory === 0) return []
  const label = `The second number is what is free: ${formatBytes(memory, { base })}`
  return [{ label, change: { ...change, memory } }]
}

function nothingFree(device: SmiDevice, name: string, report: SmiReport): string {
  const { totalMiB, usedMiB } = device
  const sizes =
    totalMiB === null || usedMiB === null
      ? ''
      : `: ${formatCount(usedMiB)} of ${formatCount(totalMiB)} MiB are in use`
  const order = report.orderAssumed
    ? ' The numbers were read as total and used; if they mean something else, paste the line of headings too.'
    : ''
  return `Nothing is free on ${name}${sizes}. Stop what runs there, or type the memory that you will free under "Free memory".${order}`
}

const least = (sizes: readonly (number | null)[]): number | null => {
  const known = sizes.filter((size) => size !== null)
  return known.length === 0 ? null : Math.min(...known) * bytesPer.MiB
}

function freeMiB({ totalMiB, usedMiB, freeMiB: free }: SmiDevice): number | null {
  return free ?? (totalMiB === null ? null : Math.max(0, totalMiB - (usedMiB ?? 0)))
}
