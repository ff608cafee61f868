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
  /** Where its number stands: behind the tip, further out where two arrows are close. */
  readonly label: Place
}

/** Two labels closer than this would touch. */
const CLOSE = 9
const NEAR = 1.1
const STEP = 0.13

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
  const inOrder = angles.toSorted((a, b) => a.radians - b.radians)
  const levels = new Map<number, number>()
  inOrder.forEach(({ number, radians }, index) => {
    const before = inOrder[index - 1]
    const close = before !== undefined && degreesOf(radians - before.radians) < CLOSE
    levels.set(number, close ? (levels.get(before.number) ?? 0) + 1 : 0)
  })
  return angles.map(({ radians, ...angle }) => ({
    ...angle,
    degrees: degreesOf(radians),
    arrow: placeAt(radians, 1),
    label: placeAt(radians, NEAR + STEP * (levels.get(angle.number) ?? 0)),
  }))
}

const degreesOf = (radians: number): number => (radians * 180) / Math.PI

const placeAt = (radians: number, length: number): Place => ({
  x: length * Math.cos(radians),
  y: length * Math.sin(radians),
})
