import type { DecodeSample } from './decode-sample.ts'
import { decodeTypicalFormula } from './decode-typical.formula.ts'
import { fitDecodeConstants } from './fit-decode-constants.ts'

export interface LeftOutError {
  readonly sample: DecodeSample
  /** Tokens a second computed with constants that no sample of this device took part in. */
  readonly computed: number
  /** computed / measured - 1. */
  readonly error: number
}

/**
 * Tests the decode model on devices it was not fitted on: for each device the constants are fitted
 * anew on the samples of all other devices. Samples whose class has no other device are left out.
 *
 * `tested` are the samples to compute (default: the fitted ones themselves).
 *
 * @example leaveOneGpuOut(samples)[0]?.error //=> -0.031…
 */
export function leaveOneGpuOut(
  samples: readonly DecodeSample[],
  tested: readonly DecodeSample[] = samples,
): readonly LeftOutError[] {
  const names = [...new Set(tested.map(({ gpu }) => gpu))]
  return names.flatMap((gpu) => {
    const fitted = fitDecodeConstants(samples.filter((sample) => sample.gpu !== gpu))
    return tested
      .filter((sample) => sample.gpu === gpu)
      .flatMap((sample) => {
        const constants = fitted[sample.memoryClass]
        if (constants === undefined) return []
        const { bytesRead, bandwidth, layers } = sample
        const values = { sequences: 1, bytesRead, bandwidth, layers, ...constants }
        const computed = decodeTypicalFormula.evaluate(values)
        return [{ sample, computed, error: computed / sample.tokensPerSecond - 1 }]
      })
  })
}
