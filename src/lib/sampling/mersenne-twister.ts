const WORDS = 624
const SHIFT = 397

/**
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura, started from an array of 32-bit words as
 * in its version of 2002.
 *
 * Units: whole numbers from 0 to 2^32 - 1. Source: `mersenne-twister-2002`.
 *
 * @throws RangeError when the key is empty
 * @example mersenneTwister([0x123, 0x234, 0x345, 0x456])() // 1067595299
 */
export function mersenneTwister(key: readonly number[]): () => number {
  if (key.length === 0) throw new RangeError('The key of the generator is empty.')
  const state = stateOf(key)
  let index = WORDS
  return () => {
    if (index === WORDS) {
      twist(state)
      index = 0
    }
    let word = at(state, index++)
    word ^= word >>> 11
    word ^= (word << 7) & 0x9d2c5680
    word ^= (word << 15) & 0xefc60000
    return (word ^ (word >>> 18)) >>> 0
  }
}

const at = (state: Uint32Array, index: number): number => state[index] ?? 0

/** The word before, mixed with itself, as all three rounds of the start do. */
const mixed = (state: Uint32Array, index: number, factor: number): number => {
  const before = at(state, index - 1)
  return Math.imul(before ^ (before >>> 30), factor)
}

function stateOf(key: readonly number[]): Uint32Array {
  const state = new Uint32Array(WORDS)
  state[0] = 19650218
  for (let index = 1; index < WORDS; index++) state[index] = mixed(state, index, 1812433253) + index
  let place = 1
  const forward = () => {
    place++
    if (place < WORDS) return
    state[0] = at(state, WORDS - 1)
    place = 1
  }
  for (let round = 0; round < Math.max(WORDS, key.length); round++) {
    const position = round % key.length
    state[place] =
      (at(state, place) ^ mixed(state, place, 1664525)) + (key[position] ?? 0) + position
    forward()
  }
  for (let round = 1; round < WORDS; round++) {
    state[place] = (at(state, place) ^ mixed(state, place, 1566083941)) - place
    forward()
  }
  state[0] = 0x80000000
  return state
}

/** Makes the next 624 words. */
function twist(state: Uint32Array): void {
  for (let index = 0; index < WORDS; index++) {
    const joined = (at(state, index) & 0x80000000) | (at(state, (index + 1) % WORDS) & 0x7fffffff)
    const odd = (joined & 1) === 1 ? 0x9908b0df : 0
    state[index] = at(state, (index + SHIFT) % WORDS) ^ (joined >>> 1) ^ odd
  }
}
