/**
 * A closed formula beside its mathjs twin. The twin is what the page prints and what a learner may
 * edit; `evaluate` is what the library computes with. A test runs both on random values and checks
 * the units, so that the two cannot drift apart.
 */
export interface Formula {
  /** Kebab-case, unique: 'kv-bytes-per-token'. */
  readonly id: string
  /** What the result is, in words: 'Cache bytes for one token'. */
  readonly title: string
  /** mathjs expression over the symbols' names. */
  readonly expression: string
  readonly symbols: Readonly<Record<string, FormulaSymbol>>
  /** mathjs unit of the result: 'B', 's', 'token', '1' for a plain number. */
  readonly unit: string
  readonly certainty: Certainty
  /** Key of `src/content/sources.yaml`. */
  readonly source: string
  readonly evaluate: (values: Readonly<Record<string, number>>) => number
}

export interface FormulaSymbol {
  readonly meaning: string
  /** mathjs unit, '1' for a plain number; mathjs knows 'B' (byte); 'token', 'layer', 'head' and so on are plain counts: '1'. */
  readonly unit: string
  /** Inclusive range the twin test draws from. */
  readonly range: readonly [number, number]
  /** True when only whole numbers make sense. */
  readonly whole?: boolean
}

/** How far a number can be trusted: derived, calibrated on measured rows, or a stated assumption. */
export type Certainty = 'exact' | 'fitted' | 'assumed'

/**
 * How one displayed number came about. A closed formula names its values; an algorithm returns the
 * trace of its steps instead. The working panel prints either.
 */
export type Working =
  | {
      readonly kind: 'formula'
      readonly formula: string
      readonly values: Readonly<Record<string, number>>
      readonly result: number
    }
  | {
      readonly kind: 'trace'
      readonly title: string
      readonly certainty: Certainty
      readonly source: string
      readonly steps: readonly TraceStep[]
    }

export interface TraceStep {
  readonly label: string
  readonly value: number
  readonly unit: string
}
