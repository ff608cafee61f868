import { formatCount } from '../format/format-count.ts'
import type { RunFile } from '../sampling-lab/run-file.ts'

export interface ContinuationRow {
  readonly title: string
  readonly seed: number
  readonly text: string
  /** From how many tokens the sampler could choose. */
  readonly kept: string
}

/**
 * The continuations of a recorded run, each as its text and the fewest and most tokens among which
 * its steps had to choose. Units: tokens.
 *
 * @example continuationRows(run)[0]?.kept //=> 'each token chosen among 1'
 */
export const continuationRows = (run: RunFile): ContinuationRow[] =>
  run.continuations.map(({ title, seed, tokens }) => {
    const counts = tokens.map(([, , , , keptCount]) => keptCount)
    const [fewest, most] = [Math.min(...counts), Math.max(...counts)].map(formatCount)
    return {
      title,
      seed,
      text: tokens
        .map(([, text]) => text)
        .join('')
        .replaceAll(/\n\s*\n/g, '\n'),
      kept:
        fewest === most
          ? `each token chosen among ${most}`
          : `each token chosen among ${fewest} to ${most}`,
    }
  })
