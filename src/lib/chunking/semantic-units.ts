import type { Span } from './chunk.ts'
import { sentenceSpans } from './sentence-spans.ts'

/**
 * The texts whose vectors a semantic chunker compares: each sentence with `buffer` sentences on
 * either side, so that one short sentence does not decide alone.
 *
 * @throws RangeError for a buffer that is not a whole number of at least 0.
 * @example
 * semanticUnits('One. Two. Three.', 'en', 1)
 * // [{ start: 0, end: 10 }, { start: 0, end: 16 }, { start: 5, end: 16 }]
 */
export function semanticUnits(text: string, language = 'en', buffer = 1): readonly Span[] {
  if (!Number.isSafeInteger(buffer) || buffer < 0) {
    throw new RangeError(`The buffer is ${buffer}; it must be a whole number of at least 0.`)
  }
  const sentences = sentenceSpans(text, language)
  const last = sentences.length - 1
  return sentences.map(({ start, end }, index) => ({
    start: sentences[Math.max(0, index - buffer)]?.start ?? start,
    end: sentences[Math.min(last, index + buffer)]?.end ?? end,
  }))
}
