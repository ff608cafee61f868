import type { LosingStage } from './pipeline-trace.ts'
import type { RagStageName } from './rag-state.ts'

/** The nine stages for people, each with the question that it answers. */
export const stageNames: Readonly<
  Record<RagStageName, { readonly name: string; readonly question: string }>
> = {
  document: { name: 'Document and parsing', question: 'What text is left of the document?' },
  chunking: { name: 'Chunking', question: 'Where is it cut?' },
  embedding: { name: 'Embedding model', question: 'Which model turns texts into vectors?' },
  query: { name: 'Query processing', question: 'What is searched with?' },
  retrieval: { name: 'Retrieval', question: 'Which passages are found?' },
  rerank: { name: 'Reranking', question: 'Which of them are kept?' },
  prompt: { name: 'Prompt assembly', question: 'What does the model read?' },
  model: { name: 'Language model', question: 'Who writes the answer?' },
  answer: { name: 'Post-processing', question: 'What is checked before it is shown?' },
}

/** The stages that can lose the evidence, for people. */
export const losingStageNames: Readonly<Record<LosingStage, string>> = {
  parsing: 'parsing',
  chunking: 'chunking',
  retrieval: 'retrieval',
  rerank: 'the choice of passages',
  prompt: 'the token budget',
  generation: 'generation',
}
