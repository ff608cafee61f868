import type { PassageOrder } from '../prompt-assembly/prompt-settings.ts'
import type { Parsing, QueryMode, Reranker, RetrievalMethod } from './rag-state.ts'

/** A choice for people, and what it does. */
export interface ChoiceName {
  readonly name: string
  readonly hint: string
}

export const parsingNames: Readonly<Record<Parsing, ChoiceName>> = {
  markdown: { name: 'Markdown, as it is', hint: 'Headings, lists and tables keep their marks.' },
  plain: {
    name: 'Plain text',
    hint: 'Marks are taken off; tables fall into cells, one a line.',
  },
  'page-text': {
    name: 'Text read off pages',
    hint: 'Lines broken and hyphenated, page numbers in between, tables column by column: a PDF gone wrong.',
  },
}

export const queryModeNames: Readonly<Record<QueryMode, ChoiceName>> = {
  'as-is': { name: 'As it is', hint: 'The question itself is searched with.' },
  rewrite: { name: 'Rewritten', hint: 'The first line takes the place of the question.' },
  'multi-query': {
    name: 'Several queries',
    hint: 'The question and each line search by themselves; their lists are fused by rank.',
  },
  hyde: {
    name: 'Imagined passage (HyDE)',
    hint: 'A made-up passage that would answer the question searches by vectors; its facts may be wrong, its words are near. By words, the question itself is searched.',
  },
}

export const methodNames: Readonly<Record<RetrievalMethod, ChoiceName>> = {
  bm25: {
    name: 'By words (BM25)',
    hint: 'Rare words that question and passage share; no vector is needed.',
  },
  dense: {
    name: 'By vectors, exact',
    hint: 'Every passage’s vector is compared with the question’s.',
  },
  'dense-approximate': {
    name: 'By vectors, approximate (HNSW)',
    hint: 'A walk through a graph compares a part of the vectors and may miss some.',
  },
  hybrid: {
    name: 'Hybrid: words and vectors',
    hint: 'Both lists, fused by reciprocal ranks.',
  },
}

export const rerankerNames: Readonly<Record<Reranker, ChoiceName>> = {
  none: { name: 'None', hint: 'The first ones of the search are kept.' },
  'late-interaction': {
    name: 'Late interaction (MaxSim)',
    hint: 'Each token of the question takes its nearest token of the passage, and the similarities are added. The tokens’ vectors come from the embedder of the search, which was not trained for this: it is no cross-encoder and no ColBERT.',
  },
  'question-likelihood': {
    name: 'Likelihood of the question',
    hint: 'How likely the small language model finds the question after reading the passage, per token: one pass of the model a candidate. It was not trained for this either.',
  },
}

export const orderNames: Readonly<Record<PassageOrder, ChoiceName>> = {
  'best-first': { name: 'Best first', hint: 'The best passage is the farthest from the question.' },
  'best-last': { name: 'Best last', hint: 'The best passage stands right before the question.' },
  'best-at-edges': {
    name: 'Best at both edges',
    hint: 'The weakest stand in the middle, where models overlook most.',
  },
}
