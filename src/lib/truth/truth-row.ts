/** What a truth row asks; nothing else of it may be read to answer. */
export interface TruthQuestion {
  readonly kind: string
  /** Hugging Face field names, and a few of the table's own; may hold only what is needed. */
  readonly config: Readonly<Record<string, unknown>>
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: { readonly unit: string }
}

/** One published number with its source. */
export interface TruthRow extends TruthQuestion {
  readonly id: string
  readonly model?: string
  readonly expected: { readonly value: number; readonly unit: string }
  readonly source?: string
  readonly quote?: string
  readonly confidence?: 'high' | 'medium' | 'low'
  /** Relative error that the source's own rounding or measuring allows. */
  readonly tolerance?: number
  readonly note?: string
  readonly used_for_calibration?: boolean
  readonly publish?: boolean
}

/** The number that the library computes, in the row's unit, or why it computes none. */
export type TruthAnswer =
  | { readonly value: number; readonly band?: readonly [number, number] }
  | { readonly notComputed: string }
