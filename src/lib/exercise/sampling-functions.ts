import { effectiveVocabulary } from '../sampling/effective-vocabulary.ts'
import { entropyBits } from '../sampling/entropy.ts'
import { perplexity } from '../sampling/perplexity.ts'
import { presetSteps } from '../sampling/preset-steps.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'
import type { SamplerResult } from '../sampling/sampler-chain.ts'
import { samplerPresets } from '../sampling/sampler-presets.ts'
import type { SamplerPreset } from '../sampling/sampler-preset.ts'
import type { SamplerStep } from '../sampling/step.ts'
import { numberArg, numbersArg, textArg } from './key-args.ts'
import type { KeyArgs } from './key-args.ts'

/** The tokens' logits; or `weights`, numbers in proportion to their probabilities. */
const logitsOf = (args: KeyArgs): readonly number[] =>
  args['weights'] === undefined
    ? numbersArg(args, 'logits')
    : numbersArg(args, 'weights').map(Math.log)

const engineOf = (args: KeyArgs): SamplerPreset | null => {
  if (args['engine'] === undefined) return null
  const name = textArg(args, 'engine')
  const preset = Object.values(samplerPresets).find(({ engine }) => engine === name)
  if (preset !== undefined) return preset
  throw new RangeError(
    `engine is "${name}"; expected one of ${Object.keys(samplerPresets).join(', ')}`,
  )
}

/** Without an engine: temperature, top-k, top-p, min-p, by their definitions. */
const plainSteps = ({ temperature, topK, topP, minP }: Settings): readonly SamplerStep[] => [
  { name: 'temperature', temperature },
  { name: 'top_k', k: topK },
  { name: 'top_p', p: topP },
  { name: 'min_p', p: minP },
]

interface Settings {
  readonly temperature: number
  readonly topK: number
  readonly topP: number
  readonly minP: number
}

/** `temperature`, `topK`, `topP`, `minP`, each off when absent; `engine` gives its order and rules. */
const sampled = (args: KeyArgs): SamplerResult => {
  const preset = engineOf(args)
  const settings = {
    temperature: numberArg(args, 'temperature', 1),
    topK: numberArg(args, 'topK', 0),
    topP: numberArg(args, 'topP', 1),
    minP: numberArg(args, 'minP', 0),
  }
  return preset === null
    ? samplerChain(logitsOf(args), plainSteps(settings))
    : samplerChain(logitsOf(args), presetSteps(preset, settings), { rules: preset.rules })
}

/** Probability of the token of a `rank`, 1 for the most probable; 0 when it was cut. */
const keptProbability = (args: KeyArgs): number =>
  sampled(args).probabilities[numberArg(args, 'rank', 1) - 1] ?? 0

/** How many tokens the settings keep. */
const keptCount = (args: KeyArgs): number => sampled(args).keptTokenIds.length

/** Probability, before the cuts, of all tokens that are kept. */
const keptMass = (args: KeyArgs): number =>
  sampled(args).stages.reduce((mass, stage) => mass * stage.keptMass, 1)

/**
 * What exercises and texts on sampling compute: `keptProbability` of a rank, `keptCount`,
 * `keptMass`, `entropyBits`, `effectiveVocabulary` and `perplexity`.
 * Units: probabilities, tokens, bits.
 *
 * @throws RangeError when an argument is missing or refused
 * @example samplingFunctions.keptCount({ logits: [4, 3, 2, 1, 0], topP: 0.7 }) // 2
 */
export const samplingFunctions = {
  keptProbability,
  keptCount,
  keptMass,
  entropyBits: (args: KeyArgs): number => entropyBits(sampled(args).probabilities),
  effectiveVocabulary: (args: KeyArgs): number => effectiveVocabulary(sampled(args).probabilities),
  perplexity: (args: KeyArgs): number => perplexity(numbersArg(args, 'probabilities')),
}
