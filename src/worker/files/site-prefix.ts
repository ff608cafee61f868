/** What the names of this site's caches begin with; two sites of one origin differ by their base. */
export const sitePrefix = (base: string = import.meta.env.BASE_URL): string =>
  `llm-workbook ${base.replace(/\/?$/, '/')} `
