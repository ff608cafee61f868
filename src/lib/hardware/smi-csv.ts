import type { SmiDevice } from './nvidia-smi.ts'
import { smiMebibytes, withFree } from './smi-memory.ts'
import { namedDevice } from './smi-table.ts'

type Column = 'name' | 'index' | 'total' | 'used' | 'free' | 'other'

/**
 * Reads the devices from `nvidia-smi --query-gpu=… --format=csv`, with or without its header and
 * units. With a header the columns are taken by name; without one the name is the first text and
 * the sizes are total, used and free, as far as they are there.
 */
export function smiCsv(lines: readonly string[]): readonly SmiDevice[] {
  const header = headingAt(lines)
  const columns = header < 0 ? null : splitRow(lines[header] ?? '').map(columnOf)
  const devices: SmiDevice[] = []
  for (const line of lines.slice(header + 1)) {
    const cells = splitRow(line)
    const device = columns === null ? bareRow(cells) : headedRow(cells, columns)
    if (device !== null) devices.push(device)
  }
  return devices
}

/** True when a line names the columns. */
export const hasSmiHeading = (lines: readonly string[]): boolean => headingAt(lines) >= 0

const headingAt = (lines: readonly string[]): number =>
  lines.findIndex((line) => /\bmemory\.(total|used|free)\b/.test(line) && !/query-gpu/.test(line))

/** nvidia-smi separates by comma and space; spreadsheets of other locales by semicolon or tab. */
function splitRow(line: string): readonly string[] {
  const loose = /;|\t|,\s+/.test(line) ? /\s*;\s*|\s*\t\s*|,\s+/ : /,/
  return line
    .trim()
    .split(loose)
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
}

function columnOf(title: string): Column {
  const key = title.toLowerCase()
  if (key.startsWith('name') || key.startsWith('gpu_name')) return 'name'
  if (key.startsWith('index')) return 'index'
  if (key.startsWith('memory.total')) return 'total'
  if (key.startsWith('memory.used')) return 'used'
  if (key.startsWith('memory.free')) return 'free'
  return 'other'
}

function headedRow(cells: readonly string[], columns: readonly Column[]): SmiDevice | null {
  if (cells.length !== columns.length) return null
  const cell = (column: Column) => {
    const at = columns.indexOf(column)
    return at < 0 ? null : (cells[at] ?? null)
  }
  const size = (column: Column) => smiMebibytes(cell(column) ?? '')
  const index = smiMebibytes(cell('index') ?? '')
  const total = size('total')
  const name = cell('name') ?? ''
  if (total === null && !/\p{L}{2}/u.test(name)) return null
  return {
    ...namedDevice(index, name),
    ...withFree({ total, used: size('used'), free: size('free') }),
  }
}

function bareRow(cells: readonly string[]): SmiDevice | null {
  const at = cells.findIndex((cell) => /\p{L}{2}/u.test(cell) && smiMebibytes(cell) === null)
  const name = cells[at]
  if (name === undefined || !looksLikeName(name)) return null
  const index = at > 0 && /^\d{1,3}$/.test(cells[at - 1] ?? '') ? Number(cells[at - 1]) : null
  const sizes = cells
    .slice(at + 1)
    .map(smiMebibytes)
    .filter((size) => size !== null)
  const [total, second, third] = sizes
  if (total === undefined || total < 256) return null
  // Asked as total and used, or as total, used and free; a sum tells used from free.
  const free = third !== undefined && second !== undefined && second + third <= total ? third : null
  return { ...namedDevice(index, name), ...withFree({ total, used: second ?? null, free }) }
}

function looksLikeName(cell: string): boolean {
  return (
    cell.length <= 80 &&
    /nvidia|geforce|rtx|gtx|tesla|quadro|titan|grid|\b[ABHLTPVK]\d{1,4}\b/i.test(cell)
  )
}
