/** Letters and digits joined by marks, with a digit among them: part numbers, versions, dates. */
const CODE = /[\p{Script=Latin}\p{Nd}]+(?:[-/._:+#][\p{Script=Latin}\p{Nd}]+)+/gu
const DIGIT = /\p{Nd}/u

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The words of a text for a search by words: lower case, without marks, full-width forms made
 * plain. Chinese is cut into its words, which no space shows. A part number such as XR-2200/B is
 * there whole and in its parts, so that it is found by either.
 *
 * The runtime's own segmenter (Intl.Segmenter) cuts; browsers may differ in single Chinese words.
 *
 * Units: words.
 *
 * @example wordTokens('Order the XR-2200/B.', 'en') // ['order', 'the', 'xr', '2200', 'b', 'xr-2200/b']
 * @example wordTokens('大语言模型', 'zh') // ['大', '语言', '模型']
 */
export function wordTokens(text: string, language: string): string[] {
  const plain = text.normalize('NFKC').toLocaleLowerCase(language)
  const words: string[] = []
  for (const { segment, isWordLike } of segmenterOf(language).segment(plain)) {
    if (isWordLike) words.push(segment)
  }
  const single = new Set(words)
  for (const [code] of plain.matchAll(CODE)) {
    if (DIGIT.test(code) && !single.has(code)) words.push(code)
  }
  return words
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known !== undefined) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
