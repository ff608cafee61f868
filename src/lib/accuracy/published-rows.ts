/**
 * The rows that the page may print, and how many it leaves to the tests: those whose sources have no
 * public address.
 *
 * @example publishedRows([{ publish: false }, {}]) //=> { published: [{}], hidden: 1 }
 */
export const publishedRows = <Row extends { readonly publish?: boolean }>(
  rows: readonly Row[],
): { readonly published: readonly Row[]; readonly hidden: number } => {
  const published = rows.filter(({ publish }) => publish !== false)
  return { published, hidden: rows.length - published.length }
}
