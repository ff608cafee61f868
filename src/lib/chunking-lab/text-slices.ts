import type { Span } from '../chunking/chunk.ts'

const LONGEST = 20_000

/**
 * Cuts a text into slices that may be turned into tokens one after the other: at white space where
 * there is some, never inside a surrogate pair.
 *
 * @example textSlices('a b') //=> [{ start: 0, end: 3 }]
 */
export function textSlices(text: string, longest = LONGEST): readonly Span[] {
  const slices: Span[] = []
  for (let start = 0; start < text.length;) {
    let end = Math.min(text.length, start + longest)
    if (end < text.length) {
      let space = end
      while (space > start && !/\s/.test(text[space] ?? '')) space--
      if (space > start) end = space
      else if (/[\udc00-\udfff]/.test(text[end] ?? '') && end - start > 1) end--
    }
    slices.push({ start, end })
    start = end
  }
  return slices
}
