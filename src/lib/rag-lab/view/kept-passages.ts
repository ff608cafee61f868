import type { PromptPassage } from '../../prompt-assembly/assembled-prompt.ts'
import type { PipelineTrace } from '../pipeline-trace.ts'
import type { RagCorpus } from '../rag-corpus.ts'

/**
 * The passages that go on to the prompt, best first.
 *
 * @example keptPassages(trace, corpus)[0].id // the best one's index
 */
export const keptPassages = (
  { rerank }: Pick<PipelineTrace, 'rerank'>,
  corpus: Pick<RagCorpus, 'passages'>,
): readonly PromptPassage[] =>
  rerank.ranked
    .filter(({ dropped }) => dropped === null)
    .flatMap(({ passage }) => {
      const found = corpus.passages[passage]
      return found ? [{ id: passage, text: found.text, prefix: found.prefix }] : []
    })
