/** Seeds stay below this. */
const LIMIT = 2 ** 31

/**
 * The seed for what follows after some tokens were written: the reader's own at the prompt, another
 * at each later place, so that going on does not repeat the same luck.
 *
 * @example turnSeed(42, 0) // 42
 * @example turnSeed(42, 3) // 45
 */
export const turnSeed = (seed: number, written: number): number => (seed + written) % LIMIT
