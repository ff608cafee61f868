import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'

export interface CacheSentenceInput {
  /** Cache bytes of one token. */
  readonly bytesPerToken: number
  readonly tokens: number
  /** Memory of the card in bytes. */
  readonly cardBytes: number
  readonly weightBytes: number
}

export interface CacheSentence {
  readonly cache: string
  readonly verdict: string
  readonly fits: boolean
}

/**
 * What a conversation's cache takes, and whether it fits a card beside the weights, in words. It
 * leaves buffers and overhead to the calculator, and says so by the word "cache".
 *
 * @example cacheSentence({ bytesPerToken: 131072, tokens: 8192, cardBytes: 8 * 2 ** 30, weightBytes: 5e9 }).cache
 * //=> '1 GiB'
 */
export const cacheSentence = ({
  bytesPerToken,
  tokens,
  cardBytes,
  weightBytes,
}: CacheSentenceInput): CacheSentence => {
  const cacheBytes = bytesPerToken * tokens
  const spare = cardBytes - weightBytes - cacheBytes
  const size = formatBytes(Math.abs(spare), { base: 'iec', digits: 1 })
  return {
    cache: formatBytes(cacheBytes, { base: 'iec', digits: 1 }),
    verdict:
      spare >= 0
        ? `${formatCount(tokens)} tokens leave ${size} free on the card.`
        : `${formatCount(tokens)} tokens are ${size} too much for the card.`,
    fits: spare >= 0,
  }
}
