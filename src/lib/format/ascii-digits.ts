const zeros = [0x0660, 0x06f0, 0x0966, 0xff10] as const

/**
 * Rewrites the digits of other scripts (Arabic-Indic, Persian, Devanagari, full-width) and the
 * Arabic decimal and thousands marks in ASCII, and leaves the rest of the text as it is.
 *
 * @example asciiDigits('٢٤٥٦٤ MiB') //=> '24564 MiB'
 */
export function asciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0)
      const zero = zeros.find((start) => code >= start && code <= start + 9) ?? code
      return String(code - zero)
    })
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
}
