import { compatChunks } from './compat-chunks.ts'
import { differenceCases } from './difference-cases.ts'
import type { CompatChunk } from './compat-chunk.ts'
import type { DifferenceCase, DifferenceRun } from './difference-cases.ts'

/** What one library makes of the text: its chunks, or the sentence with which it refuses. */
export type DifferenceResult = DifferenceRun &
  (
    | { readonly chunks: readonly CompatChunk[]; readonly refused?: never }
    | { readonly refused: string; readonly chunks?: never }
  )

/** A place where the libraries part, with what each gives. */
export interface CompatDifference extends Omit<DifferenceCase, 'runs'> {
  readonly results: readonly DifferenceResult[]
}

/**
 * The places where the three libraries give different chunks for one text, each computed anew.
 *
 * Source: langchain-splitters-python, langchain-splitters-js, llamaindex-sentence-splitter.
 *
 * @example compatDifferences()[0]?.id // 'surrogates'
 */
export function compatDifferences(): readonly CompatDifference[] {
  return differenceCases.map(({ runs, ...difference }) => ({
    ...difference,
    results: runs.map((run) => resultOf(difference.text, run)),
  }))
}

function resultOf(text: string, run: DifferenceRun): DifferenceResult {
  try {
    return { ...run, chunks: compatChunks(text, run.library, run.options) }
  } catch (error) {
    if (error instanceof RangeError) return { ...run, refused: error.message }
    throw error
  }
}
