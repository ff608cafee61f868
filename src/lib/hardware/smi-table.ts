import type { SmiDevice, SmiSlice } from './nvidia-smi.ts'
import { smiMebibytes, withFree } from './smi-memory.ts'

// The index, the name, one or two switches (persistence, driver model), then the PCI address.
const deviceRow =
  /[|│]\s*(\d{1,3})\s+(\S.*?)\s+(?:(?:On|Off|N\/A|WDDM|TCC|MCDM|Enabled|Disabled)\s*)+[|│]\s*[0-9A-Fa-f]{4,8}:[0-9A-Fa-f]{2}:[0-9A-Fa-f]{2}\.[0-9A-Fa-f]/i
const memoryPair = /(\d[\d.,'\u2019 ]*\s*Mi?B)\s*\/\s*(\d[\d.,'\u2019 ]*\s*Mi?B)/i
const sliceRow = /^\s*[|│]\s*(\d{1,3})\s+\d+\s+\d+\s+\d+\s*[|│]/

/**
 * Reads the devices, and their slices, from the table that plain `nvidia-smi` prints: both the
 * layout of drivers before 530 and the wider one since. The table of processes is passed over.
 */
export function smiTable(lines: readonly string[]): readonly SmiDevice[] {
  const devices: SmiDevice[] = []
  let current: SmiDevice | null = null
  let inSlices = false
  for (const line of lines) {
    if (/Processes:/i.test(line)) break
    if (/MIG devices:/i.test(line)) inSlices = true
    const row = deviceRow.exec(line)
    const pair = memoryPair.exec(line)
    if (inSlices) {
      const owner = sliceRow.exec(line)?.[1]
      if (owner !== undefined && pair !== null) addSlice(devices, Number(owner), pair)
    } else if (row !== null) {
      if (current !== null) devices.push(current)
      current = namedDevice(Number(row[1]), row[2] ?? '')
    }
    if (current !== null && !inSlices && pair !== null && current.totalMiB === null) {
      current = { ...current, ...memoryOf(pair) }
    }
    if (inSlices && current !== null) {
      devices.push(current)
      current = null
    }
  }
  if (current !== null) devices.push(current)
  return devices
}

function memoryOf(pair: RegExpExecArray) {
  return withFree({ used: smiMebibytes(pair[1] ?? ''), total: smiMebibytes(pair[2] ?? '') })
}

function addSlice(devices: SmiDevice[], owner: number, pair: RegExpExecArray): void {
  const at = devices.findIndex((device) => device.index === owner)
  const device = devices[at]
  if (device === undefined) return
  const { totalMiB, usedMiB } = memoryOf(pair)
  const slice: SmiSlice = { totalMiB, usedMiB, profile: null }
  devices[at] = { ...device, slices: [...device.slices, slice] }
}

/** A device of which only the name is known yet. */
export function namedDevice(index: number | null, printed: string): SmiDevice {
  const name = printed.replace(/\s+/g, ' ').trim()
  const nameCut = /(\.\.\.|…)$/.test(name)
  return {
    index,
    name: name.replace(/\s*(\.\.\.|…)$/, ''),
    nameCut,
    totalMiB: null,
    usedMiB: null,
    freeMiB: null,
    slices: [],
  }
}
