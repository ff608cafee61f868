/**
 * Units of which every second is no surrogate: no pair fits in, whatever the others are. The engine
 * runs through plain text several times faster than a test of each unit. It remembers each round, so
 * a round is long: the longest string still fits into what it may remember.
 */
const PLAIN = new RegExp(`(?:${'[^][^\\ud800-\\udfff]'.repeat(32)})*`, 'y')
/** Units that are read one by one behind a pair, before the pattern takes over. */
const NEAR = 32

/**
 * Offsets of the second halves of the surrogate pairs of a text, in order.
 *
 * @example
 * secondHalves('a😀b') // [2]
 */
export function secondHalves(text: string): readonly number[] {
  const { length } = text
  const halves: number[] = []
  for (let at = 0; at < length;) {
    PLAIN.lastIndex = at
    PLAIN.test(text)
    at = PLAIN.lastIndex
    for (let near = at + NEAR; at < near && at < length; at++) {
      if (!isHalf(text.charCodeAt(at), FIRST) || !isHalf(text.charCodeAt(at + 1), SECOND)) continue
      halves.push(++at)
      near = at + NEAR
    }
  }
  return halves
}

const [FIRST, SECOND] = [0xd800, 0xdc00]
const isHalf = (code: number, half: number) => (code & 0xfc00) === half
