import { samplerPresets } from '../sampling/sampler-presets.ts'
import { chainInWords } from './chain-in-words.ts'
import type { Distribution } from './distribution.ts'
import { engineChain, missingSteps, sameSettings } from './engine-chain.ts'
import type { EngineComparison, EngineSide } from './engine-comparison.ts'
import { engineDifferences } from './engine-differences.ts'
import { engineNames } from './engine-names.ts'
import type { LabEngine, LabState } from './lab-state.ts'
import { samplingResult } from './sampling-result.ts'
import { stepNames } from './step-names.ts'

/**
 * Runs the lab's chain and another engine's side by side and names the difference in words. What an
 * engine refuses stands in its `problem`.
 *
 * @example compareEngines(state, distribution).differences[0]
 * // 'Hugging Face keeps 3 tokens, llama.cpp keeps 2 tokens.'
 */
export function compareEngines(state: LabState, distribution: Distribution): EngineComparison {
  const { other, otherAs } = state
  const same = otherAs === 'same'
  const change = same ? sameSettings(state, other) : engineChain(other)
  const missing = same ? missingSteps(state, other) : []
  const twice = state.engine === other
  const sides = [
    side({ state, distribution, ...named(state.engine, twice ? 'this lab’s chain' : '') }),
    side({
      state: { ...state, ...change },
      distribution,
      ...named(other, same ? 'same settings' : 'its defaults', twice),
      notes: missing.map((step) => `It has no ${stepNames[step]}; the step is left out.`),
    }),
  ] as const
  return { sides, differences: engineDifferences(sides, distribution) }
}

/** The short name for sentences, the long one for headings; the same where they must differ. */
function named(engine: LabEngine, what: string, twice = false): { name: string; heading: string } {
  const heading = what === '' ? engineNames[engine] : `${engineNames[engine]}, ${what}`
  return { name: twice || what === 'this lab’s chain' ? heading : engineNames[engine], heading }
}

function side(request: {
  readonly state: LabState
  readonly distribution: Distribution
  readonly name: string
  readonly heading: string
  readonly notes?: readonly string[]
}): EngineSide {
  const { state, distribution, name, heading, notes = [] } = request
  const preset = state.engine === 'exact' ? null : samplerPresets[state.engine]
  const told = [...(preset?.breaks.map(({ says }) => says) ?? []), ...(preset?.notes ?? [])]
  const chain = chainInWords(state)
  const shown = { name, heading, chain, state, notes: [...notes, ...told] }
  try {
    return { ...shown, result: samplingResult(state, distribution), problem: '' }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { ...shown, result: null, problem: error.message }
  }
}
