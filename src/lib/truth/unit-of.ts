import { bytesPer } from '../units/units.ts'

const bytesIn: Readonly<Record<string, number>> = {
  ...bytesPer,
  byte: 1,
  bytes: 1,
  KB: 1000,
}
const parametersIn: Readonly<Record<string, number>> = {
  parameters: 1,
  params: 1,
  K: 1e3,
  M: 1e6,
  B: 1e9,
  T: 1e12,
}

/** The first word of a row's unit, which is the unit; what follows says what the source printed. */
export function unitWord(unit: string): string {
  return unit.trim().split(/[\s(/]+/)[0] ?? ''
}

/** Writes bytes in a row's unit, or null when the unit is not one of size. */
export function bytesInUnit(bytes: number, unit: string): number | null {
  const word = unitWord(unit)
  const size = Object.hasOwn(bytesIn, word) ? bytesIn[word] : undefined
  return size === undefined ? null : bytes / size
}

/** Writes a number of parameters in a row's unit, or null when the unit does not count them. */
export function parametersInUnit(parameters: number, unit: string): number | null {
  const word = unitWord(unit)
  const size = Object.hasOwn(parametersIn, word) ? parametersIn[word] : undefined
  return size === undefined ? null : parameters / size
}
