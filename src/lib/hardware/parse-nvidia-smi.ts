import { asciiDigits } from '../format/ascii-digits.ts'
import type { SmiReport } from './nvidia-smi.ts'
import { hasSmiHeading, smiCsv } from './smi-csv.ts'
import { smiList } from './smi-list.ts'
import { smiProblem } from './smi-problem.ts'
import { smiTable } from './smi-table.ts'

const longestText = 200_000
const longestLine = 500

/**
 * Reads pasted output of `nvidia-smi`, `nvidia-smi -L` or `nvidia-smi --query-gpu=… --format=csv`
 * into the devices with their names and memory in MiB, and the driver's and CUDA's versions.
 * Text in which no device is found gives a sentence that says what was found instead; it never
 * throws.
 *
 * @example parseNvidiaSmi('NVIDIA GeForce RTX 4090, 24564 MiB, 565 MiB')
 *   //=> { devices: [{ name: 'NVIDIA GeForce RTX 4090', totalMiB: 24564, freeMiB: 23999, … }], … }
 */
export function parseNvidiaSmi(text: string): SmiReport | { readonly problem: string } {
  if (text.length > longestText) {
    return {
      problem: `The text has ${text.length} characters; nvidia-smi prints at most a few thousand. Paste its output alone.`,
    }
  }
  const lines = asciiDigits(text)
    .split(/\r\n|\r|\n/)
    .map((line) => line.slice(0, longestLine))
  const readers = [smiTable, smiList, smiCsv]
  for (const read of readers) {
    const devices = read(lines)
    if (devices.length === 0) continue
    const orderAssumed =
      read === smiCsv && !hasSmiHeading(lines) && devices.some(({ usedMiB }) => usedMiB !== null)
    return { devices, orderAssumed, ...versionsOf(lines) }
  }
  return { problem: smiProblem(lines) }
}

function versionsOf(lines: readonly string[]): Pick<SmiReport, 'driverVersion' | 'cudaVersion'> {
  const joined = lines.slice(0, 40).join('\n')
  const driver = /(?:Driver|KMD) Version:\s*(\d[\d.]*)/i.exec(joined)?.[1] ?? null
  const cuda = /CUDA(?: UMD)? Version:\s*(\d[\d.]*)/i.exec(joined)?.[1] ?? null
  return { driverVersion: driver, cudaVersion: cuda }
}
