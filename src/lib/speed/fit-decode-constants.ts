import type { MemoryClass } from '../hardware/gpu.ts'
import type { DecodeConstants, DecodeSample, FittedClasses } from './decode-sample.ts'
import { decodeTypicalFormula } from './decode-typical.formula.ts'
import { weightedMedian } from './weighted-median.ts'

/** Classes that share the time of a layer: both kinds of graphics memory run the same launches. */
const runtimes: readonly (readonly MemoryClass[])[] = [['gddr', 'hbm'], ['unified'], ['ddr']]
const largestLayerTime = 500e-6
const step = 1e-6

/**
 * Fits the share of the bandwidth of each memory class, and the fixed time of a layer, to measured
 * decode speeds: the pair that minimises the sum of |computed time / measured time - 1|.
 *
 * For a given layer time the best 1 / efficiency is a weighted median of
 * (measured time - layers x layer time) / (bytes / bandwidth), so the search is exact but for the
 * step of the layer time, one microsecond. Absolute errors, not squares: one odd machine among the
 * published runs must not move the rest. Classes without a sample are left out.
 *
 * Units: bytes, bytes a second, seconds.
 *
 * @example fitDecodeConstants(samples).gddr //=> { efficiency: 0.90…, layerTime: 0.000084 }
 */
export function fitDecodeConstants(samples: readonly DecodeSample[]): FittedClasses {
  const fitted: Partial<Record<MemoryClass, DecodeConstants>> = {}
  for (const classes of runtimes) {
    const groups = classes
      .map((memoryClass) => samples.filter((sample) => sample.memoryClass === memoryClass))
      .filter((group) => group.length > 0)
    const layerTime = bestLayerTime(groups)
    for (const group of groups) {
      const memoryClass = group[0]?.memoryClass
      if (memoryClass !== undefined) {
        fitted[memoryClass] = { efficiency: bestEfficiency(group, layerTime), layerTime }
      }
    }
  }
  return fitted
}

function bestLayerTime(groups: readonly (readonly DecodeSample[])[]): number {
  let best = { layerTime: 0, cost: Infinity }
  for (let count = 0; count <= largestLayerTime / step; count += 1) {
    const layerTime = count * step
    const cost = groups.reduce(
      (sum, group) =>
        sum + costOf(group, { efficiency: bestEfficiency(group, layerTime), layerTime }),
      0,
    )
    if (cost < best.cost) best = { layerTime, cost }
  }
  return best.layerTime
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
