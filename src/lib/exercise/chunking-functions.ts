import { chunkCount } from '../chunking/chunk-count.ts'
import { indexBytes } from '../chunking-lab/index-bytes.ts'
import { cosineSimilarity } from '../retrieval/cosine-similarity.ts'
import { numberArg, numbersArg } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'

const windows = (args: KeyArgs) => ({
  length: numberArg(args, 'length'),
  size: numberArg(args, 'size'),
  overlap: numberArg(args, 'overlap', 0),
})

const count = (args: KeyArgs): number => chunkCount(windows(args))

/** What sliding windows embed in all: `length + (chunks - 1) x overlap`. */
const embeddedTokens = (args: KeyArgs): number => {
  const { length, overlap } = windows(args)
  return length + Math.max(0, count(args) - 1) * overlap
}

const angleDegrees = (args: KeyArgs): number =>
  (Math.acos(cosineSimilarity(numbersArg(args, 'a'), numbersArg(args, 'b'))) * 180) / Math.PI

/**
 * What exercises and texts on chunking compute: chunks and tokens of sliding windows (`length`,
 * `size`, `overlap` in one unit), bytes of an index, and the angle of two vectors `a` and `b`.
 * Units: chunks, tokens, bytes, degrees.
 *
 * @throws RangeError when an argument is missing or refused
 * @example chunkingFunctions.chunkCount({ length: 10000, size: 500, overlap: 50 }) // 23
 */
export const chunkingFunctions = {
  chunkCount: count,
  embeddedTokens,
  angleDegrees,
  indexBytes: (args: KeyArgs): number =>
    indexBytes({
      vectors: numberArg(args, 'vectors'),
      dimensions: numberArg(args, 'dimensions'),
      bytesPerValue: numberArg(args, 'bytesPerValue', 4),
    }),
}
