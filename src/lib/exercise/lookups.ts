import type { ModelSpec } from '../model/spec.ts'

/** Where the registry finds data; src/lib holds none itself. */
export interface Lookups {
  /** Throws a RangeError for an unknown id. */
  readonly models: (id: string) => ModelSpec
}
