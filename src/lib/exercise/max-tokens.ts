import { maxContext } from '../memory/max-context.ts'
import { bytesPer } from '../units/units.ts'
import { numberArg, runArgs, specOf } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'
import type { Lookups } from './lookups.ts'

/**
 * Longest context of each sequence as it is worked by hand: `maxContext` with the buffers inside
 * the overhead, without engines' rounding, and without the limit of the model's own file.
 *
 * @example maxTokens({ model: 'llama-2-7b', weightFormat: 'bf16', gpuGiB: 24 }, lookups) //=> 16483
 */
export function maxTokens(args: KeyArgs, lookups: Lookups): number {
  return maxContext(specOf(args, lookups), {
    ...runArgs(args),
    engine: 'transformers',
    engineRounding: false,
    gpuBytes: numberArg(args, 'gpuGiB') * bytesPer.GiB,
    utilisation: numberArg(args, 'utilisation', 0.9),
    overheadBytes: numberArg(args, 'overheadGiB', 1) * bytesPer.GiB,
  }).byMemory
}
