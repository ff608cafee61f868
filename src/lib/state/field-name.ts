import type { FieldName } from './field.ts'

/** Copies the name without making an absent key present. */
export function named(field: FieldName): FieldName {
  return field.setup === undefined
    ? { label: field.label }
    : { label: field.label, setup: field.setup }
}
