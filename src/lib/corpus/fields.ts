/** True for an object with keys, false for an array and for null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The text of a field.
 *
 * @throws RangeError when it is missing, empty or no text; `where` begins the sentence.
 * @example textField({ title: 'Tea' }, 'title', 'The corpus "tea"') // 'Tea'
 */
export function textField(row: unknown, field: string, where: string): string {
  const value = isRecord(row) ? row[field] : undefined
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new RangeError(`${where} has no text "${field}".`)
}
