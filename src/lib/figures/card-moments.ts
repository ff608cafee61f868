import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'
import { inferenceMemory } from '../memory/inference-memory.ts'
import type { InferenceSetup } from '../memory/setup.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { StackPart } from '../chart/stack-segments.ts'

export interface CardMoment {
  readonly label: string
  readonly parts: readonly StackPart[]
  readonly totalBytes: number
  readonly total: string
  readonly fits: boolean
}

/** The order of the calculator's picture, so that one bar reads like the other. */
export const DRAWN = ['weights', 'cache', 'buffers', 'overhead'] as const

/**
 * One card before a model is loaded and at several context lengths after: the bars of a stacked
 * chart. Before the load there is nothing but what the setup calls overhead.
 * Units: bytes.
 */
export const cardMoments = (
  spec: ModelSpec,
  setup: Omit<InferenceSetup, 'tokens'>,
  contexts: readonly number[],
): CardMoment[] => {
  const moments = contexts.map((tokens) => {
    const memory = inferenceMemory(spec, { ...setup, tokens })
    return {
      label: `${formatCount(tokens)} tokens`,
      parts: DRAWN.flatMap((id) => memory.parts.filter((part) => part.id === id)).map(
        ({ id, bytes }) => ({ id, value: bytes }),
      ),
      totalBytes: memory.total,
      total: formatBytes(memory.total, { base: 'iec', digits: 1 }),
      fits: memory.spare >= 0,
    }
  })
  const overhead = moments[0]?.parts.filter(({ id }) => id === 'overhead') ?? []
  const bytes = overhead.reduce((sum, { value }) => sum + value, 0)
  const empty = {
    label: 'Before loading',
    parts: overhead,
    totalBytes: bytes,
    total: formatBytes(bytes, { base: 'iec', digits: 1 }),
    fits: true,
  }
  return [empty, ...moments]
}
