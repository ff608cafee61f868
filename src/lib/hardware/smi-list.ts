import type { SmiDevice } from './nvidia-smi.ts'
import { namedDevice } from './smi-table.ts'

const deviceLine = /^\s*GPU\s+(\d{1,3})\s*:\s*(\S.*?)\s*\(UUID:/i
const sliceLine = /^\s*MIG\s+(\S+)\s+Device\s+\d+\s*:/i

/** Reads the devices from `nvidia-smi -L`, which gives their names but no memory. */
export function smiList(lines: readonly string[]): readonly SmiDevice[] {
  const devices: SmiDevice[] = []
  for (const line of lines) {
    const device = deviceLine.exec(line)
    if (device !== null) devices.push(namedDevice(Number(device[1]), device[2] ?? ''))
    const profile = sliceLine.exec(line)?.[1]
    const owner = devices.at(-1)
    if (profile !== undefined && owner !== undefined) {
      const slice = { totalMiB: null, usedMiB: null, profile }
      devices[devices.length - 1] = { ...owner, slices: [...owner.slices, slice] }
    }
  }
  return devices
}
