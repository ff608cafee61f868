import type { ByteUnit } from '../units/units.ts'

/**
 * An exercise as an author writes it in `src/content/exercises/<NN-slug>.yaml`. Numbers are never
 * typed: a `KeyCall` names a function of the registry, and the build computes it. Texts are short
 * Markdown; `{name}` in a text is replaced by the computed number of that name from `numbers`, or,
 * in a numeric exercise, by the key of the answer with that id.
 */
export type Exercise =
  NumericExercise | ChoiceExercise | MultipleExercise | OrderingExercise | WidgetExercise

interface ExerciseBase {
  /** Unique in the whole course, kebab-case. */
  readonly id: string
  /** Id of an objective in the chapter's front matter. */
  readonly objective: string
  readonly title: string
  readonly prompt: string
  /** From a nudge to nearly the answer; at least one. */
  readonly hints: readonly string[]
  /** The worked answer, with `{name}` where a number stands. */
  readonly worked: string
  /** Numbers that the texts name. */
  readonly numbers?: Readonly<Record<string, ShownNumber>> | undefined
}

/** A function of the registry and its arguments. An argument may itself be a `KeyCall`. */
export interface KeyCall {
  readonly fn: string
  readonly args: Readonly<Record<string, unknown>>
}

export interface ShownNumber extends KeyCall {
  /** How to write it; 'number' by default. */
  readonly as?: ValueFormat | undefined
  /** Most decimals, where the format has decimals. */
  readonly digits?: number | undefined
}

/** Ways to write a value; the bytes formats name their unit. */
export type ValueFormat =
  | 'number'
  | 'count'
  | 'tokens'
  | 'parameters'
  | 'percent'
  | 'factor'
  | 'bytes'
  | 'bytes-iec'
  | 'bytes-si'
  | 'bytes-both'

/** What a numeric answer measures; it decides which units are read, and whether one is needed. */
export type Quantity = 'bytes' | 'tokens' | 'factor' | 'percent' | 'count' | 'number'

/** How far an answer may be from the key: an amount, in `unit` where the key is bytes, or a share. */
export type Tolerance =
  | { readonly absolute: number; readonly unit?: ByteUnit | undefined }
  | { readonly relative: number }
  | 'exact'

export interface NumericExercise extends ExerciseBase {
  readonly kind: 'numeric'
  /** One field each. */
  readonly answers: readonly NumericAnswer[]
}

export interface NumericAnswer {
  readonly id: string
  /** Label of the field, such as 'Llama-2-7B'. */
  readonly label: string
  readonly key: KeyCall
  readonly quantity: Quantity
  readonly tolerance: Tolerance
  /** The unit that the label names, so that a number without a unit is read in it; bytes only. */
  readonly bareUnit?: ByteUnit | undefined
  /** How the key is written in texts. */
  readonly as?: ValueFormat | undefined
  readonly digits?: number | undefined
  /** Wrong answers that people reach, computed too, and what to say to each. */
  readonly mistakes?: readonly { readonly value: KeyCall; readonly says: string }[] | undefined
}

export interface Option {
  readonly text: string
  /** True, false, or a registry function that answers with something other than zero. */
  readonly correct: boolean | KeyCall
  /** Why this option is right or wrong; every option has one. */
  readonly reason: string
}

export interface ChoiceExercise extends ExerciseBase {
  readonly kind: 'choice'
  readonly options: readonly Option[]
}

export interface MultipleExercise extends ExerciseBase {
  readonly kind: 'multiple'
  readonly options: readonly Option[]
}

export interface OrderingExercise extends ExerciseBase {
  readonly kind: 'ordering'
  /** What the first place means: 'smallest first'. */
  readonly direction: string
  /** In the right order; or, when each has a `value`, in any order: the values decide, smallest first. */
  readonly items: readonly { readonly text: string; readonly value?: KeyCall | undefined }[]
}

export interface WidgetExercise extends ExerciseBase {
  readonly kind: 'widget'
  /** Widget id: 'memory-calculator'. */
  readonly widget: string
  /** Id of the preset from which the learner starts. */
  readonly start: string
  /** All must hold for the widget's facts. */
  readonly check: readonly FactCheck[]
}

/** A condition on one fact: `fn` is one of the fact tests, `args.fact` the name of the fact. */
export interface FactCheck {
  readonly fn: FactTest
  readonly args: {
    readonly fact: string
    /** A text, a truth value, a number or a computed number. */
    readonly value: string | number | boolean | KeyCall
    /** For 'near': share of the value. */
    readonly relative?: number | undefined
  }
  /** What to say while it does not hold. */
  readonly says: string
}

export type FactTest = 'equals' | 'not-equals' | 'at-least' | 'at-most' | 'near'
