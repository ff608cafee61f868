import { cosineSimilarity } from '../retrieval/cosine-similarity.ts'
import type { RecordedTexts } from './recorded-texts.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/** A sentence against the first one. */
export interface SentenceAngle {
  /** From 1, in the order of the recording. */
  readonly number: number
  readonly text: string
  readonly kind: string
  readonly cosine: number
  readonly degrees: number
  /** The arrow in the plane that the two vectors span, the first one pointing right; length 1. */
  readonly arrow: Place
  /** Its number behind the tip, with those of arrows in the same place; null where another has it. */
  readonly label: (Place & { readonly text: string }) | null
}

/** Degrees: arrows closer than this have one label, and labels closer than this would touch. */
const SAME = 2
const CLOSE = 6
const NEAR = 1.09
const STEP = 0.11

/**
 * The angle of every recorded sentence with the first: `acos(cosine)`.
 * Units: degrees; places in lengths of an arrow.
 *
 * @example
 * sentenceAngles([{ text: 'a', kind: 'this', vector: [1, 0] }, { text: 'b', kind: 'other', vector: [0, 2] }])[0]?.degrees
 * //=> 90
 */
export function sentenceAngles(sentences: RecordedTexts['sentences']): readonly SentenceAngle[] {
  const [base, ...others] = sentences
  if (base === undefined) return []
  const angles = others.map(({ text, kind, vector }, index) => {
    const cosine = cosineSimilarity(base.vector, vector)
    const radians = Math.acos(cosine)
    return { number: index + 1, text, kind, cosine, radians }
  })
  const labels = labelsOf(angles)
  return angles.map(({ radians, ...angle }) => ({
    ...angle,
    degrees: degreesOf(radians),
    arrow: placeAt(radians, 1),
    label: labels.get(angle.number) ?? null,
  }))
}

interface Arrow {
  readonly number: number
  readonly radians: number
}

function labelsOf(
  arrows: readonly Arrow[],
): ReadonlyMap<number, Place & { readonly text: string }> {
  const groups: Arrow[][] = []
  for (const arrow of arrows.toSorted((a, b) => a.radians - b.radians)) {
    const group = groups.at(-1)
    const first = group?.[0]
    const same = first !== undefined && degreesOf(arrow.radians - first.radians) < SAME
    if (group !== undefined && same) group.push(arrow)
    else groups.push([arrow])
  }
  let further = false
  let before = -Infinity
  return new Map(
    groups.flatMap((group) => {
      const [first] = group
      if (first === undefined) return []
      further = !further && degreesOf(first.radians - before) < CLOSE
      before = first.radians
      const numbers = group.map(({ number }) => number).sort((a, b) => a - b)
      const place = placeAt(first.radians, NEAR + (further ? STEP : 0))
      return [[first.number, { ...place, text: numbers.join(', ') }] as const]
    }),
  )
}

const degreesOf = (radians: number): number => (radians * 180) / Math.PI

const placeAt = (radians: number, length: number): Place => ({
  x: length * Math.cos(radians),
  y: length * Math.sin(radians),
})
