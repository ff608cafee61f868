/** What the rows of one kind must hold to. Errors are relative: |computed - published| / published. */
export interface TruthLimit {
  /** Each row's error; null where only the median counts. A row's own wider tolerance wins. */
  readonly row: number | null
  /** True where the row's own tolerance is the limit, even where it is narrower. */
  readonly ownTolerance?: boolean
  /** An error that no tolerance excuses, unless the source has low confidence. */
  readonly never?: number
  /** Share of the rows that must keep `row`; 1 when absent. */
  readonly share?: number
  readonly median?: number
  /** Why rows of this kind are left out, where they are. */
  readonly leftOut?: string
  /** The limit in words, for the accuracy page. */
  readonly words: string
}

/** The limits that the truth test fails by, and that the accuracy page prints. */
export const truthLimits = {
  params: {
    row: 0,
    ownTolerance: true,
    words: 'exact where the source is exact, else within its rounding',
  },
  'lora-params': { row: 0, ownTolerance: true, words: 'exact' },
  'weights-bytes': { row: 0.005, words: 'every row within 0.5 %' },
  'gguf-size': { row: 0.001, words: 'every row within 0.1 %, or its own tolerance' },
  'kv-cache': {
    row: 0.0001,
    share: 0.85,
    never: 0.02,
    words: 'exact for at least 85 % of the rows, never off by more than 2 %',
  },
  'inference-memory': { row: null, median: 0.01, words: 'median within 1 %' },
  'runtime-overhead': { row: 0, ownTolerance: true, words: "within the row's tolerance" },
  'decode-speed': {
    row: null,
    median: 0.12,
    words: 'median within 12 % on devices left out of the fit; never above the ceiling',
  },
  'train-memory': {
    row: null,
    leftOut: 'training memory belongs to the training library, which is not here yet',
    words: 'not computed yet',
  },
} as const satisfies Readonly<Record<string, TruthLimit>>
