/**
 * Rows by their place, first place first.
 *
 * @example inOrder([{ order: 1 }, { order: 0 }]) //=> [{ order: 0 }, { order: 1 }]
 */
export function inOrder<Row extends { readonly order: number }>(
  rows: readonly Row[],
): readonly Row[] {
  return rows.toSorted((a, b) => a.order - b.order)
}
