import { memoryClassOfName } from '../hardware/memory-class-of-name.ts'
import type { ModelSpec } from '../model/spec.ts'
import type { DecodeSample } from '../speed/decode-sample.ts'
import { decodeSpeed } from '../speed/decode-speed.ts'
import type { SpeedSetup } from '../speed/speed-setup.ts'
import { engineOf } from './engine-of.ts'
import { completeSpec } from './complete-spec.ts'
import { numberOf, textOf } from './truth-input.ts'
import type { TruthQuestion, TruthRow } from './truth-row.ts'
import { weightFormatOf } from './weight-format-of.ts'

/** A row of measured speed as the library's own arguments. */
export interface DecodeRun {
  readonly spec: ModelSpec
  readonly setup: SpeedSetup
  readonly gpu: string
}

/** Tokens that llama.cpp's own benchmark writes when nothing else is said: tg128. */
const benchmarkTokens = 128

/**
 * Translates a row of kind decode-speed. The context grows while tokens are written, so the cache
 * read is that of the middle of the run: the prompt and half of what is written. The class of the
 * memory follows from the name of the device.
 */
export function decodeRun(row: TruthQuestion): DecodeRun | null {
  const { input, config } = row
  const bandwidthGBps = numberOf(input, 'bandwidth_GBps')
  const weightFormat = weightFormatOf(input)
  if (bandwidthGBps === undefined || weightFormat === undefined) return null
  const engine = textOf(input, 'engine')
  const gpu = textOf(input, 'gpu', 'hardware') ?? ''
  const written = Number(/\btg(\d+)/.exec(engine ?? '')?.[1] ?? benchmarkTokens)
  const generated = numberOf(input, 'generated') ?? written
  const prompt = numberOf(input, 'input_length', 'prompt', 'depth') ?? 0
  return {
    spec: completeSpec(config),
    gpu,
    setup: {
      engine: engineOf(engine),
      weightFormat,
      keyFormat: 'f16',
      valueFormat: 'f16',
      tokens: prompt + Math.round(generated / 2),
      sequences: numberOf(input, 'batch') ?? 1,
      device: { bandwidthGBps, memoryClass: memoryClassOfName(gpu) },
    },
  }
}

/** The sample that a row gives to the fit of the decode constants; null for rows it cannot use. */
export function decodeSampleOf(row: TruthRow): DecodeSample | null {
  if (row.kind !== 'decode-speed') return null
  const run = decodeRun(row)
  if (run === null || run.setup.engine !== 'llama.cpp' || run.setup.sequences !== 1) return null
  const { bytesPerToken } = decodeSpeed(run.spec, run.setup)
  return {
    id: row.id,
    gpu: run.gpu,
    memoryClass: run.setup.device.memoryClass,
    bytesRead: bytesPerToken,
    bandwidth: run.setup.device.bandwidthGBps * 1e9,
    layers: run.spec.layers.length,
    tokensPerSecond: row.expected.value,
  }
}
