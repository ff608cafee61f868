/** What is known about a chunk beside its text: its language, its section, its year. */
export type Metadata = Readonly<Record<string, string | number | boolean>>

/** A condition on one field. Numbers and texts compare with their own kind only. */
export type Condition =
  | { readonly field: string; readonly oneOf: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly from?: number; readonly to?: number }

/**
 * The places of the rows that meet every condition; a row without the field does not meet it.
 * Filtering before the search keeps k results; filtering after it may leave fewer.
 *
 * Units: places, counted from 0.
 *
 * @example filterRows([{ year: 2023 }, { year: 2025 }], [{ field: 'year', from: 2024 }]) // [1]
 */
export function filterRows(
  rows: readonly Metadata[],
  conditions: readonly Condition[],
): readonly number[] {
  return [...rows.keys()].filter((place) =>
    conditions.every((condition) => meets(rows[place] ?? {}, condition)),
  )
}

function meets(row: Metadata, condition: Condition): boolean {
  const value = Object.hasOwn(row, condition.field) ? row[condition.field] : undefined
  if (value === undefined) return false
  if ('oneOf' in condition) return condition.oneOf.includes(value)
  if (typeof value !== 'number') return false
  return value >= (condition.from ?? -Infinity) && value <= (condition.to ?? Infinity)
}
