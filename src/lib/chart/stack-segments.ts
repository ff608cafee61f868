import type { Scale } from './scale.ts'

export interface StackPart {
  readonly id: string
  readonly value: number
}

export interface StackSegment extends StackPart {
  readonly start: number
  readonly length: number
}

/**
 * Lays parts end to end: where each begins and how long it is, in picture units.
 *
 * @example stackSegments([{ id: 'a', value: 1 }, { id: 'b', value: 3 }], (v) => v * 10)
 * //=> [{ id: 'a', value: 1, start: 0, length: 10 }, { id: 'b', value: 3, start: 10, length: 30 }]
 */
export const stackSegments = (parts: readonly StackPart[], scale: Scale): StackSegment[] => {
  let before = 0
  return parts.map((part) => {
    const start = scale(before)
    before += part.value
    return { ...part, start, length: scale(before) - start }
  })
}
