const STEP = 50

/**
 * The first k of a ranking, fifty more for each time that more were asked for, and how many the next
 * time would bring.
 *
 * @example shownRanks(ranked, 5, 1) // { shown: the first 5, more: 50 }
 */
export function shownRanks<Row>(
  ranked: readonly Row[],
  k: number,
  times: number,
): { readonly shown: readonly Row[]; readonly more: number } {
  const shown = ranked.slice(0, k + STEP * (times - 1))
  return { shown, more: Math.min(STEP, ranked.length - shown.length) }
}
