import { fitGgufMetadata } from './fit-gguf-metadata.ts'
import type { GgufFileSample } from './gguf-file-sample.ts'

export interface LeftOutFile {
  readonly sample: GgufFileSample
  /** Other files of the same vocabulary; 0 where the usual bytes had to stand in. */
  readonly others: number
  /** Computed header / published header - 1. */
  readonly headerError: number
  /** The same difference as a share of the whole file. */
  readonly fileError: number
}

/**
 * Tests the fitted headers on files that took no part: each file is left out, the rest fitted anew.
 * A file that is alone with its vocabulary is computed like one whose vocabulary is not known.
 *
 * @example leaveOneFileOut(samples)[0]?.headerError // -0.0026…
 */
export function leaveOneFileOut(samples: readonly GgufFileSample[]): readonly LeftOutFile[] {
  return samples.flatMap((sample) => {
    const fit = fitGgufMetadata(samples.filter((other) => other !== sample))
    const own = sample.vocabulary === null ? undefined : fit.vocabularies.get(sample.vocabulary)
    const bytesPerToken = own?.bytesPerToken ?? fit.usual?.bytesPerToken
    if (bytesPerToken === undefined) return []
    const off = sample.vocabSize * bytesPerToken - sample.headerBytes
    return [
      {
        sample,
        others: own?.files ?? 0,
        headerError: off / sample.headerBytes,
        fileError: off / sample.fileBytes,
      },
    ]
  })
}
