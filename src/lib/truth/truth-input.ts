type Input = Readonly<Record<string, unknown>>

/** A number of a row's input, or undefined when the field is absent or is no number. */
export function numberOf(input: Input, ...fields: readonly string[]): number | undefined {
  for (const field of fields) {
    const value = input[field]
    if (typeof value === 'number' && Number.isFinite(value)) return value
  }
  return undefined
}

/** A text of a row's input, or undefined when the field is absent or is no text. */
export function textOf(input: Input, ...fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const value = input[field]
    if (typeof value === 'string') return value
  }
  return undefined
}

/** A list of texts of a row's input; one text counts as a list of one. */
export function textsOf(input: Input, field: string): readonly string[] | undefined {
  const value = input[field]
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined
}

/** True for true, 1, 'on', 'yes' and 'auto->on'; false for their opposites; else undefined. */
export function flagOf(input: Input, field: string): boolean | undefined {
  const value = input[field]
  if (value === true || value === 1) return true
  if (value === false || value === 0) return false
  if (typeof value !== 'string') return undefined
  if (/\b(on|yes|true|1)$/i.test(value)) return true
  return /\b(off|no|false|0)$/i.test(value) ? false : undefined
}
