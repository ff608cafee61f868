import { cosineOf, type CosineMatrix } from './cosine-matrix.ts'

/** Two chunks, by their index, and the cosine of their vectors. */
export interface Pair {
  readonly one: number
  readonly other: number
  readonly cosine: number
}

/** All pairs in a few numbers. */
export interface PairSummary {
  /** Number of pairs. */
  readonly pairs: number
  readonly lowest: number
  readonly highest: number
  readonly mean: number
  /** Mean over chunks that follow each other in the text. */
  readonly neighbourMean: number
  /** The most alike pairs, most alike first. */
  readonly most: readonly Pair[]
  /** The least alike pairs, least alike first. */
  readonly least: readonly Pair[]
}

/**
 * The pairs of a matrix of cosines in a few numbers; null when there is no pair.
 *
 * @example pairSummary(matrix, 5)?.most[0] // { one: 0, other: 1, cosine: 0.96 }
 */
export function pairSummary(matrix: CosineMatrix, listed: number): PairSummary | null {
  const { count } = matrix
  if (count < 2) return null
  let sum = 0
  let neighbours = 0
  const most: Pair[] = []
  const least: Pair[] = []
  for (let one = 0; one < count; one++) {
    for (let other = one + 1; other < count; other++) {
      const cosine = cosineOf(matrix, one, other)
      sum += cosine
      if (other === one + 1) neighbours += cosine
      if (most.length < listed || cosine > (most.at(-1)?.cosine ?? 0)) {
        keep(most, listed, { one, other, cosine }, (pair) => pair.cosine < cosine)
      }
      if (least.length < listed || cosine < (least.at(-1)?.cosine ?? 0)) {
        keep(least, listed, { one, other, cosine }, (pair) => pair.cosine > cosine)
      }
    }
  }
  const pairs = (count * (count - 1)) / 2
  return {
    pairs,
    lowest: least[0]?.cosine ?? 0,
    highest: most[0]?.cosine ?? 0,
    mean: sum / pairs,
    neighbourMean: neighbours / (count - 1),
    most,
    least,
  }
}

/** Puts a pair before the first that it beats; the list stays as long as it may be. */
function keep(list: Pair[], most: number, pair: Pair, beats: (other: Pair) => boolean): void {
  const at = list.findIndex(beats)
  list.splice(at === -1 ? list.length : at, 0, pair)
  if (list.length > most) list.pop()
}
