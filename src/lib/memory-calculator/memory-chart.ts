import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import type { InferenceMemory, MemoryPart } from '../memory/setup.ts'
import type { ByteBase } from '../units/units.ts'

/** Memory at one context length. */
export interface CurvePoint {
  readonly tokens: number
  readonly memory: InferenceMemory
}

/** One bar of the picture; places along it are in percent of the picture's width. */
export interface ChartBar {
  readonly tokens: number
  readonly label: string
  readonly total: string
  readonly verdict: InferenceMemory['verdict']
  readonly chosen: boolean
  /** True when the bar is longer than the picture and is cut. */
  readonly cut: boolean
  /** Where the bar ends, in percent. */
  readonly end: number
  readonly segments: readonly {
    readonly id: MemoryPart['id']
    readonly start: number
    readonly length: number
  }[]
}

export interface MemoryChart {
  readonly bars: readonly ChartBar[]
  /** Where the card's line stands, in percent of the width. */
  readonly limit: number
  readonly limitLabel: string
  /** Which end of its words stands at the card's line, so that they stay inside. */
  readonly limitAnchor: 'start' | 'middle' | 'end'
  /** The picture in words. */
  readonly description: string
}

/**
 * Lays out the picture of where the memory goes as the context grows: one bar a context length,
 * its parts end to end, and the line of what the card has. The scale ends a little beyond the card
 * or the chosen bar; longer bars are cut and say so.
 *
 * @example memoryChart({ points, tokens: 8192, base: 'iec' }).limit //=> 70
 */
export function memoryChart(drawn: {
  readonly points: readonly CurvePoint[]
  readonly tokens: number
  readonly base: ByteBase
}): MemoryChart {
  const { points, tokens, base } = drawn
  const budget = points[0]?.memory.budget ?? 1
  const chosen = points.find((point) => point.tokens === tokens)?.memory.total ?? 0
  const largest = Math.max(...points.map(({ memory }) => memory.total))
  const end = Math.max(Math.min(largest, budget / 0.7), budget / 0.9, chosen * 1.06)
  const size = (bytes: number) => formatBytes(bytes, { base })
  const bars = points.map(({ tokens: context, memory }): ChartBar => ({
    tokens: context,
    label: formatCount(context),
    total: size(memory.total),
    verdict: memory.verdict,
    chosen: context === tokens,
    cut: memory.total > end,
    end: percent(Math.min(1, memory.total / end)),
    segments: segmentsOf(memory.parts, end),
  }))
  return {
    bars,
    limit: percent(budget / end),
    limitLabel: size(budget),
    limitAnchor: budget / end > 0.65 ? 'end' : budget / end < 0.35 ? 'start' : 'middle',
    description: describe(points, size),
  }
}

function segmentsOf(parts: readonly MemoryPart[], end: number): ChartBar['segments'] {
  let before = 0
  return parts
    .filter(({ bytes }) => bytes > 0)
    .map(({ id, bytes }) => {
      const start = Math.min(1, before / end)
      before += bytes
      return { id, start: percent(start), length: percent(Math.min(1, before / end) - start) }
    })
    .filter(({ length }) => length > 0)
}

const percent = (share: number): number => Math.round(share * 10_000) / 100

function describe(points: readonly CurvePoint[], size: (bytes: number) => string): string {
  const words = { fits: 'fits', tight: 'is tight', no: 'does not fit' }
  const lines = points.map(
    ({ tokens, memory }) =>
      `${formatCount(tokens)} tokens take ${size(memory.total)} and ${words[memory.verdict]}`,
  )
  return `Of ${size(points[0]?.memory.budget ?? 0)} on the card: ${lines.join('; ')}.`
}
