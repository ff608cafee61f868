import type { ConfigReader } from '../config-reader.ts'
import type { ModelSpec } from '../spec.ts'

/** What a family's reader gives; the rest of a ModelSpec is the same for all families. */
export type FamilySpec = Omit<ModelSpec, 'id' | 'family' | 'dtype' | 'warnings'>

/** One row of the table of families. */
export interface Family {
  /** Canonical name that the ModelSpec carries. */
  readonly name: string
  /** Values of `model_type` that this family answers to. */
  readonly types: readonly string[]
  readonly read: (reader: ConfigReader) => FamilySpec
}
