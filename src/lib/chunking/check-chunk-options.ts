import type { ChunkOptions } from './chunk-options.ts'

/**
 * Refuses a size and an overlap that cannot be cut by.
 *
 * @throws RangeError that says what was found and what is allowed.
 */
export function checkSizeAndOverlap({
  size,
  overlap,
}: Pick<ChunkOptions, 'size' | 'overlap'>): void {
  if (!Number.isSafeInteger(size) || size < 1) {
    throw new RangeError(`The size is ${size}; it must be a whole number of at least 1.`)
  }
  if (!Number.isSafeInteger(overlap) || overlap < 0) {
    throw new RangeError(`The overlap is ${overlap}; it must be a whole number of at least 0.`)
  }
  if (overlap >= size) {
    throw new RangeError(
      `The overlap is ${overlap} and the size ${size}; the overlap must be less than the size, at most ${size - 1}.`,
    )
  }
}

/**
 * Refuses options that cannot be cut by.
 *
 * @throws RangeError that says what was found and what is allowed.
 */
export function checkChunkOptions(text: string, options: ChunkOptions): void {
  checkSizeAndOverlap(options)
  const { unit, strategy, tokenSpans } = options
  if (tokenSpans === undefined) {
    if (unit !== 'tokens' && strategy !== 'tokens') return
    throw new RangeError(
      'The tokens of the text are not known; give tokenSpans, or count in characters.',
    )
  }
  const wrong = tokenSpans.findIndex(
    ({ start, end }, index) =>
      start < (tokenSpans[index - 1]?.start ?? 0) || end < start || end > text.length,
  )
  if (wrong !== -1) {
    throw new RangeError(
      `Token ${wrong} lies from ${tokenSpans[wrong]?.start} to ${tokenSpans[wrong]?.end}; tokens must lie in the text of ${text.length} units, in order.`,
    )
  }
}

/**
 * Refuses what a semantic cut cannot go by.
 *
 * @throws RangeError that says what was found and what is allowed.
 */
export function checkSemanticOptions(
  sentences: number,
  { distances, threshold, minimum = 0 }: Pick<ChunkOptions, 'distances' | 'threshold' | 'minimum'>,
): void {
  const gaps = Math.max(0, sentences - 1)
  if (distances === undefined) {
    throw new RangeError(
      `The distances between the sentences are not known; give ${gaps} of them, or choose another strategy.`,
    )
  }
  if (distances.length !== gaps) {
    throw new RangeError(
      `There are ${distances.length} distances for ${sentences} sentences; there must be ${gaps}, one less than sentences.`,
    )
  }
  if (threshold === undefined || Number.isNaN(threshold)) {
    throw new RangeError(`The threshold is ${threshold}; it must be a number, usually from 0 to 2.`)
  }
  if (!(minimum >= 0)) {
    throw new RangeError(`The minimum is ${minimum}; it must be a number of at least 0.`)
  }
}
