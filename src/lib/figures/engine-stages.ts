import { candidatesOf } from '../sampling/candidates-of.ts'
import { presetSteps } from '../sampling/preset-steps.ts'
import { samplerChain } from '../sampling/sampler-chain.ts'
import type { SamplerPreset } from '../sampling/sampler-preset.ts'
import type { SamplerSettings } from '../sampling/sampler-settings.ts'
import { stepInWords } from '../sampling-lab/step-in-words.ts'
import { tokenBars } from './token-bars.ts'
import type { TokenBar } from './token-bars.ts'

export interface EngineStages {
  readonly name: string
  readonly stages: readonly { readonly title: string; readonly bars: readonly TokenBar[] }[]
  readonly keptCount: number
}

/**
 * What an engine makes of the same tokens and settings, stage by stage in its own order.
 * Units: probabilities.
 *
 * @example
 * const settings = { temperature: 2, topP: 0.7 }
 * engineStages({ preset: llamaCpp, logits: [4, 3, 2, 1, 0], names: [...'ABCDE'], settings }).keptCount
 * //=> 2
 */
export const engineStages = ({
  preset,
  logits,
  names,
  settings,
}: {
  readonly preset: SamplerPreset
  readonly logits: readonly number[]
  readonly names: readonly string[]
  readonly settings: SamplerSettings
}): EngineStages => {
  const start = candidatesOf(logits)
  const { stages, keptTokenIds } = samplerChain(start, presetSteps(preset, settings), {
    rules: preset.rules,
  })
  return {
    name: preset.name,
    stages: [
      { title: 'from the model', bars: tokenBars(start, names) },
      ...stages.map(({ step, candidates }) => ({
        title: stepInWords(step),
        bars: tokenBars(candidates, names),
      })),
    ],
    keptCount: keptTokenIds.length,
  }
}
