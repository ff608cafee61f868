import { weighed } from '../sampling/weighed.ts'
import type { Distribution } from './distribution.ts'
import type { RecordedRun } from './recorded-run.ts'
import { restLogits } from './rest-logits.ts'

/**
 * The whole vocabulary of a recorded run: the recorded logits, and behind them the rest as one body
 * whose sum is as recorded. The ids of the rest stand for nothing.
 *
 * @throws RangeError when the run holds no logits
 * @example runDistribution(run).start.ids.length // 49152
 */
export function runDistribution(run: RecordedRun): Distribution {
  const { top, vocabularySize, logSumExpOfRest, tokens, prompt } = run
  const edge = top.at(-1)?.logit
  if (edge === undefined) throw new RangeError(`The run ${prompt.id} holds no logits.`)
  const known = top.length
  const ids = new Int32Array(vocabularySize)
  const logits = new Float64Array(vocabularySize)
  const taken = new Uint8Array(vocabularySize)
  top.forEach(({ token, logit }, place) => {
    ids[place] = token.id
    logits[place] = logit
    taken[token.id] = 1
  })
  if (known < vocabularySize) {
    const options = { known, vocabulary: vocabularySize, edge, logSumExp: logSumExpOfRest }
    logits.set(restLogits(options), known)
    for (let id = 0, place = known; id < vocabularySize; id++) {
      if (taken[id] === 0) ids[place++] = id
    }
  }
  return {
    kind: 'recorded',
    title: prompt.title,
    start: weighed(ids, logits, vocabularySize),
    known,
    vocabulary: vocabularySize,
    promptTokens: tokens,
    written: [],
    tokens: new Map(
      [...tokens, ...top.map(({ token }) => token)].map((token) => [token.id, token]),
    ),
  }
}
