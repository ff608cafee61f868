import { textHash } from '../../lib/embedding/text-hash.ts'
import type { RagCorpus } from '../../lib/rag-lab/rag-corpus.ts'
import { findEmbeddingModel } from '../../worker/models.ts'

/** Scores of late interaction, recorded by scripts/record-rerank.mjs: every passage, each question. */
export interface LateScores {
  readonly model: string
  /** The model's identity, as `ModelFacts.checksum`. */
  readonly modelChecksum: string
  readonly corpus: string
  /** `textHash` of the passages, one after the other. */
  readonly passages: string
  /** `textHash` of the questions, one after the other. */
  readonly questions: string
  /** By the question's id: one number a passage, in their order. */
  readonly scores: Readonly<Record<string, readonly number[]>>
}

const files = import.meta.glob<LateScores>('../../data/rerank/*/*.json', { import: 'default' })

/** The recorded scores of a corpus by a model, fetched when asked for; null when there are none. */
export const loadLateScores = async (model: string, corpus: string): Promise<LateScores | null> =>
  (await files[`../../data/rerank/${model}/${corpus}.json`]?.()) ?? null

/** Whether a recording is of these passages and questions, by the very model that this site serves. */
export const fitsLateScores = (
  { model, modelChecksum, passages, questions }: LateScores,
  corpus: Pick<RagCorpus, 'passages' | 'questions'>,
): boolean =>
  findEmbeddingModel(model)?.checksum === modelChecksum &&
  textHash(corpus.passages.map(({ searched }) => searched).join('\n')) === passages &&
  textHash(corpus.questions.map(({ text }) => text).join('\n')) === questions
