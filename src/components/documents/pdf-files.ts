declare const __PDF_CMAPS__: string | undefined

/** Where the site serves the tables for East Asian text that a PDF may leave out. */
export const characterMapsUrl = (): string =>
  new URL(
    `${import.meta.env.BASE_URL.replace(/\/?$/, '/')}${typeof __PDF_CMAPS__ === 'undefined' ? '' : __PDF_CMAPS__}`,
    document.baseURI,
  ).href
