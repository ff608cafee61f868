import type { Distribution } from './distribution.ts'
import type { LabState } from './lab-state.ts'
import type { Pick } from './pick-token.ts'
import type { SamplingResult } from './sampling-result.ts'

/** What "set the widget until …" can be checked on: plain values. */
export type LabFacts = Readonly<Record<string, string | number | boolean>>

/**
 * The plain facts of what the lab shows.
 *
 * Units: shares of 1, nats, tokens.
 *
 * @example labFacts({ state, distribution, result, pick }).keptCount // 3
 */
export function labFacts(shown: {
  readonly state: LabState
  readonly distribution: Distribution
  readonly result: SamplingResult
  readonly pick: Pick
}): LabFacts {
  const { state, distribution, result, pick } = shown
  const { start, tokens } = distribution
  const on = (step: LabState['on'][number]) => state.on.includes(step)
  const text = (id: number | undefined) => tokens.get(id ?? -1)?.text ?? ''
  return {
    source: distribution.kind,
    run: distribution.kind === 'recorded' ? state.run : '',
    vocabulary: distribution.vocabulary,
    engine: state.engine,
    order: state.chain.filter(on).join(','),
    temperature: on('temperature') ? state.temperature : 1,
    topK: on('top_k') ? state.topK : 0,
    topP: on('top_p') ? state.topP : 1,
    minP: on('min_p') ? state.minP : 0,
    typicalP: on('typical_p') ? state.typicalP : 1,
    epsilonCutoff: on('epsilon_cutoff') ? state.epsilon : 0,
    etaCutoff: on('eta_cutoff') ? state.eta : 0,
    topNSigma: on('top_n_sigma') ? state.topNSigma : 0,
    repeat: on('penalties') || on('repetition_penalty') ? state.repeat : 1,
    keptCount: result.keptCount,
    keptMass: result.keptMass,
    entropy: result.entropyBefore,
    entropyAfter: result.entropyAfter,
    effectiveVocabulary: result.effectiveBefore,
    effectiveVocabularyAfter: result.effectiveAfter,
    topToken: text(start.ids[0]),
    topProbability: 1 / start.total,
    topProbabilityAfter: result.chain.probabilities[0] ?? 0,
    pickedToken: text(pick.id),
    pickedProbability: pick.probability,
    seed: state.seed,
    draws: state.draws,
    other: state.other,
    view: state.view,
    writtenCount: state.written.length,
  }
}
