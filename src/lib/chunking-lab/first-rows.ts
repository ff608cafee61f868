const STEP = 100

/**
 * The first rows of a list, a hundred for each time that more were asked for, and how many the next
 * time would bring.
 *
 * @example firstRows([1, 2, 3], 1) //=> { shown: [1, 2, 3], more: 0 }
 */
export function firstRows<Row>(
  rows: readonly Row[],
  times: number,
): { readonly shown: readonly Row[]; readonly more: number } {
  const shown = rows.slice(0, times * STEP)
  return { shown, more: Math.min(STEP, rows.length - shown.length) }
}
