import type { ChunkStrategy, ChunkUnit } from '../chunking/chunk-options.ts'
import { EMBEDDERS, type EmbedderId } from '../embedding/embedders.ts'
import { choiceField, flagField } from '../state/choice-field.ts'
import type { Schema } from '../state/field.ts'
import { listField } from '../state/list-field.ts'
import { numberField, optionalNumberField } from '../state/number-field.ts'
import { idField, textField } from '../state/text-field.ts'

export const STRATEGIES = [
  'characters',
  'tokens',
  'sentence',
  'recursive',
  'markdown',
  'semantic',
] as const satisfies readonly ChunkStrategy[]

/** Whose chunker cuts: the course's own, or a library's rules. */
export const LIBRARIES = ['ours', 'langchain-python', 'langchain-js', 'llamaindex'] as const
export type Library = (typeof LIBRARIES)[number]

/** The library's splitter; LlamaIndex has one only. */
export const SPLITTERS = ['recursive', 'character', 'markdown_recursive'] as const
export type Splitter = (typeof SPLITTERS)[number]

/** What stands below the numbers. */
export const CHUNKING_VIEWS = ['chunks', 'differences', 'similarity', 'sweep'] as const
export type ChunkingView = (typeof CHUNKING_VIEWS)[number]

/** Whose questions a sweep asks. */
export const ASKED = ['all', 'corpus', 'own'] as const
export type Asked = (typeof ASKED)[number]

/** The corpus that stands for the reader's own text. */
export const OWN_TEXT = 'own'
/** The corpus that is 10,000 plain words, each one token of either embedder. */
export const COUNTED_TEXT = 'counted-words'

/** Everything that a learner sets in the Chunking lab; the keys stand in its links. */
export interface ChunkingState {
  /** Id of a corpus, or `own`. */
  readonly corpus: string
  /** The reader's own text, as far as it goes into a link. */
  readonly text: string
  /** Language of the own text; a corpus knows its own. */
  readonly language: 'en' | 'zh'
  readonly library: Library
  readonly strategy: ChunkStrategy
  readonly size: number
  readonly overlap: number
  readonly unit: ChunkUnit
  /** Semantic: cut where neighbouring sentences are farther apart; null for the 95th percentile. */
  readonly threshold: number | null
  readonly splitter: Splitter
  /** LangChain: keep the separators in the chunks. */
  readonly keepSeparator: boolean
  readonly embedder: EmbedderId
  readonly query: string
  /** How many chunks are retrieved. */
  readonly k: number
  /** The reader's own questions with the places of their answers, as `packMarks` writes them. */
  readonly marks: string
  readonly map: 'pca' | 'umap'
  /** UMAP's neighbours and seed. */
  readonly neighbours: number
  readonly seed: number
  /** Sizes and strategies of the sweep; its overlap is a share of the size. */
  readonly sizes: readonly number[]
  readonly compared: readonly ChunkStrategy[]
  readonly overlapShare: number
  /** Which questions the sweep asks: the text's, the reader's own, or all. */
  readonly asked: Asked
  /** What the sweep compares with, as `settingName` writes it; the first setting where it is none. */
  readonly baseline: string
  readonly view: ChunkingView
}

/** Longest own text that goes into a link, in characters. */
export const LONGEST_LINKED = 50_000

const whole = (label: string, initial: number, min: number, max: number) =>
  numberField({ label, initial, min, max, whole: true })

const strategy = (initial: ChunkStrategy) =>
  choiceField<ChunkStrategy>({ label: 'Strategy', initial, choices: STRATEGIES })

export const chunkingSchema: Schema<ChunkingState> = {
  corpus: idField({ label: 'Text', initial: 'bench-supply' }),
  text: textField({ label: 'Your text', initial: '', longest: LONGEST_LINKED }),
  language: choiceField({ label: 'Language', initial: 'en', choices: ['en', 'zh'] }),
  library: choiceField<Library>({ label: 'Cut by', initial: 'ours', choices: LIBRARIES }),
  strategy: strategy('recursive'),
  size: whole('Size', 800, 1, 1_000_000),
  overlap: whole('Overlap', 100, 0, 1_000_000),
  unit: choiceField<ChunkUnit>({
    label: 'Counted in',
    initial: 'characters',
    choices: ['characters', 'tokens'],
  }),
  threshold: optionalNumberField({ label: 'Threshold', min: 0, max: 2 }),
  splitter: choiceField<Splitter>({
    label: 'Splitter',
    initial: 'recursive',
    choices: SPLITTERS,
  }),
  keepSeparator: flagField({ label: 'Keep separators', initial: true }),
  embedder: choiceField<EmbedderId>({
    label: 'Embedder',
    initial: EMBEDDERS[0],
    choices: EMBEDDERS,
  }),
  query: textField({ label: 'Question', initial: '', longest: 2000 }),
  k: whole('Chunks retrieved', 5, 1, 100),
  marks: textField({ label: 'Your questions', initial: '', longest: 20_000 }),
  map: choiceField({ label: 'Map', initial: 'pca', choices: ['pca', 'umap'] }),
  neighbours: whole('Neighbours', 15, 2, 100),
  seed: whole('Seed', 42, 0, 2_147_483_647),
  sizes: listField({
    label: 'Sizes',
    initial: [200, 400, 600, 800, 1200, 1600],
    item: whole('A size', 400, 10, 100_000),
    longest: 12,
  }),
  compared: listField({
    label: 'Strategies',
    initial: ['characters', 'sentence', 'recursive', 'markdown'],
    item: strategy('recursive'),
    longest: STRATEGIES.length,
  }),
  overlapShare: numberField({ label: 'Overlap share', initial: 0.1, min: 0, max: 0.9 }),
  asked: choiceField<Asked>({ label: 'Questions', initial: 'all', choices: ASKED }),
  baseline: textField({ label: 'Compared with', initial: 'recursive-800', longest: 40 }),
  view: choiceField<ChunkingView>({ label: 'View', initial: 'chunks', choices: CHUNKING_VIEWS }),
}
