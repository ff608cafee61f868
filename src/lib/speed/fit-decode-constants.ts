import type { MemoryClass } from '../hardware/gpu.ts'
import type { DecodeConstants, DecodeSample, FittedClasses } from './decode-sample.ts'
import { decodeTypicalFormula } from './decode-typical.formula.ts'
import { weightedMedian } from './weighted-median.ts'

const largestLayerTime = 500e-6
const step = 1e-6

/**
 * Fits the share of the bandwidth and the fixed time of a layer of each memory class to measured
 * decode speeds: the pair that minimises the sum of |computed time / measured time - 1|.
 *
 * For a given layer time the best 1 / efficiency is a weighted median of
 * (measured time - layers x layer time) / (bytes / bandwidth), so the search is exact but for the
 * step of the layer time, one microsecond. Absolute errors, not squares: one odd machine among the
 * published runs must not move the rest. Classes without a sample are left out.
 *
 * The form was chosen by leaving one GPU out of the fit: median error 5.6 %, 9 of 10 within 14 %.
 * A share alone reaches 10.4 % (31 %), one share for all 13.3 % (96 %), one layer time for all
 * 6.1 % (19 %), one layer time for both kinds of graphics memory 6.1 % (14 %).
 *
 * Units: bytes, bytes a second, seconds.
 *
 * @example fitDecodeConstants(samples).gddr //=> { efficiency: 0.904, layerTime: 0.000084 }
 */
export function fitDecodeConstants(samples: readonly DecodeSample[]): FittedClasses {
  const fitted: Partial<Record<MemoryClass, DecodeConstants>> = {}
  for (const memoryClass of new Set(samples.map((sample) => sample.memoryClass))) {
    const group = samples.filter((sample) => sample.memoryClass === memoryClass)
    fitted[memoryClass] = bestConstants(group)
  }
  return fitted
}

function bestConstants(group: readonly DecodeSample[]): DecodeConstants {
  let best = { efficiency: 1, layerTime: 0 }
  let least = Infinity
  for (let count = 0; count <= largestLayerTime / step; count += 1) {
    const layerTime = count * step
    const constants = { efficiency: bestEfficiency(group, layerTime), layerTime }
    const cost = costOf(group, constants)
    if (cost < least) {
      best = constants
      least = cost
    }
  }
  return best
}

function bestEfficiency(group: readonly DecodeSample[], layerTime: number): number {
  const points = group.map((sample) => {
    const ideal = sample.bytesRead / sample.bandwidth
    const reading = 1 / sample.tokensPerSecond - sample.layers * layerTime
    return { value: reading / ideal, weight: ideal * sample.tokensPerSecond }
  })
  return 1 / Math.max(1, weightedMedian(points) ?? 1)
}

function costOf(group: readonly DecodeSample[], constants: DecodeConstants): number {
  return group.reduce((sum, sample) => {
    const { bytesRead, bandwidth, layers, tokensPerSecond } = sample
    const values = { sequences: 1, bytesRead, bandwidth, layers, ...constants }
    return sum + Math.abs(tokensPerSecond / decodeTypicalFormula.evaluate(values) - 1)
  }, 0)
}
