import { checkSemanticOptions } from '../check-chunk-options.ts'
import { pack } from '../pack.ts'
import { semanticGroups } from '../semantic-groups.ts'
import { sentenceSpans } from '../sentence-spans.ts'
import { sentencePacking } from './by-sentences.ts'
import type { CutWith } from './cut-with.ts'

/**
 * Sentences that mean something similar: a cut falls where the distance to the next sentence is
 * above the threshold, and nothing is repeated over it. A group larger than the size is packed by
 * sentences.
 */
export const byMeaning: CutWith = (bench, options) => {
  const sentences = sentenceSpans(bench.text, options.language)
  checkSemanticOptions(sentences.length, options)
  const { distances = [], threshold = Infinity, minimum = 0 } = options
  const packing = sentencePacking(bench, sentences)
  const groups = semanticGroups({ sentences, distances, threshold, minimum, ruler: bench.ruler })
  return groups.flatMap(({ start, end, distance }) => {
    const chunks = pack(packing, start, end)
    const last = chunks.pop()
    if (last === undefined) return chunks
    if (distance === undefined) return [...chunks, last]
    const reason = `The next sentence is ${distance.toFixed(3)} away in meaning, more than the threshold of ${threshold.toFixed(3)}.`
    return [...chunks, { ...last, level: 'meaning', reason }]
  })
}
