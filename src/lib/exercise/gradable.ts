import type { ByteUnit } from '../units/units.ts'
import type { FactTest, Quantity } from './exercise.ts'

/** An exercise with every key computed: what the page ships and `gradeExercise` reads. */
export type GradableExercise =
  GradableNumeric | GradableChoice | GradableMultiple | GradableOrdering | GradableWidget

export interface GradableNumeric {
  readonly kind: 'numeric'
  readonly answers: readonly GradableAnswer[]
}

export interface GradableAnswer {
  readonly id: string
  readonly label: string
  /** The key: bytes, tokens, a plain number, or for a percentage the share. */
  readonly value: number
  /** Largest accepted distance from the value. */
  readonly within: number
  readonly quantity: Quantity
  /** The unit in which a bare number is read; without it, bytes need one. */
  readonly bareUnit?: ByteUnit | undefined
  readonly mistakes: readonly { readonly value: number; readonly says: string }[]
}

export interface GradableOption {
  readonly correct: boolean
  readonly reason: string
}

export interface GradableChoice {
  readonly kind: 'choice'
  readonly options: readonly GradableOption[]
}

export interface GradableMultiple {
  readonly kind: 'multiple'
  readonly options: readonly GradableOption[]
}

export interface GradableOrdering {
  readonly kind: 'ordering'
  /** Place of each shown item in the right order; equal ranks may stand either way round. */
  readonly ranks: readonly number[]
}

export interface GradableWidget {
  readonly kind: 'widget'
  readonly widget: string
  readonly checks: readonly GradableFact[]
}

export interface GradableFact {
  readonly test: FactTest
  readonly fact: string
  readonly value: string | number | boolean
  readonly relative: number
  readonly says: string
}

/**
 * What a learner gave: texts by answer id (numeric), the indexes chosen (choice, multiple), all
 * indexes in the learner's order (ordering), or the widget's facts by name.
 */
export type ExerciseAnswer = Readonly<Record<string, unknown>> | readonly number[]

/** 'incomplete' is not an attempt: something is missing or cannot be read. */
export type Verdict = 'right' | 'wrong' | 'incomplete'

export interface Grade {
  readonly verdict: Verdict
  /** One or two sentences for the learner. */
  readonly message: string
  /** What to say to single fields, options or conditions. */
  readonly parts: readonly GradedPart[]
}

export interface GradedPart {
  /** Answer id, option index or fact name. */
  readonly id: string
  readonly verdict: Verdict
  readonly message: string
}
