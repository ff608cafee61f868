import { inferenceMemory } from '../memory/inference-memory.ts'
import type { Engine } from '../memory/setup.ts'
import { bytesPer } from '../units/units.ts'
import { numberArg, runArgs, specOf, textArg, textsArg } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'
import type { Lookups } from './lookups.ts'

const engines: readonly Engine[] = ['llama.cpp', 'vllm', 'transformers']

/**
 * Bytes of a whole inference run, by the function that the calculator and the figures call; under
 * llama.cpp unless `engine` names another. `parts` (some of weights, cache, buffers, overhead)
 * takes only these. Errors: RangeError naming what is not known.
 *
 * @example
 * inferenceBytes({ model: 'llama-2-7b', weightFormat: 'bf16', tokens: 512, parts: ['cache'] }, lookups)
 * //=> 268435456
 */
export function inferenceBytes(args: KeyArgs, lookups: Lookups): number {
  const { parts } = inferenceMemory(specOf(args, lookups), {
    ...runArgs(args),
    engine: oneOf(engines, textArg(args, 'engine', 'llama.cpp')),
    tokens: numberArg(args, 'tokens'),
    gpuBytes: numberArg(args, 'gpuGiB', 24) * bytesPer.GiB,
  })
  const ids = parts.map(({ id }) => id)
  const wanted = textsArg(args, 'parts', ids).map((text) => oneOf(ids, text))
  return parts.filter(({ id }) => wanted.includes(id)).reduce((sum, { bytes }) => sum + bytes, 0)
}

function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const name = names.find((each) => each === text)
  if (name !== undefined) return name
  throw new RangeError(`"${text}" is not one of ${names.join(', ')}`)
}
