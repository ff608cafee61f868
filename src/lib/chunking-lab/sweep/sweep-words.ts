import { formatBytes } from '../../format/format-bytes.ts'
import { formatCount } from '../../format/format-count.ts'
import type { ChunkStrategy } from '../../chunking/chunk-options.ts'
import type { SweepMeasure } from './judged-point.ts'

const many = (count: number, one: string, more: string) =>
  `${formatCount(count)} ${count === 1 ? one : more}`

/** Strategies in as few letters as a line's end has room for. */
export const shortNames: Readonly<Record<ChunkStrategy, string>> = {
  characters: 'fixed',
  tokens: 'tokens',
  sentence: 'sentences',
  recursive: 'recursive',
  markdown: 'Markdown',
  semantic: 'semantic',
}

export const measureNames: Readonly<Record<SweepMeasure, (k: number) => string>> = {
  recall: (k) => `recall@${k}`,
  precision: () => 'precision',
  iou: () => 'IoU',
  precisionOmega: () => 'precision-Ω',
  contextTokens: () => 'context tokens',
}

/** What each measure says, in one line over its picture. */
export const measureHints: Readonly<Record<SweepMeasure, (k: number) => string>> = {
  recall: (k) =>
    `recall@${k}: share of the answers’ text in the first ${many(k, 'chunk', 'chunks')}`,
  precision: () => 'precision: share of their text that is answer',
  iou: () => 'IoU: both in one number',
  precisionOmega: () => 'precision-Ω: IoU if the search were perfect',
  contextTokens: () => 'context tokens: what the model has to read',
}

/** Every text of the sweep, in one place. */
export const sweepWords = {
  about:
    'Each size and strategy cuts the text anew, the embedder ranks the chunks for every question, and the marked answers say how much of them was found, and at what cost.',
  settings: 'What is swept',
  strategies: 'Strategies',
  sizesHint: (unit: string) => `In ${unit}, commas between them; up to 12.`,
  shareHint: 'Overlap is this share of each size.',
  kHint: 'Changes the scores at once; nothing is embedded again.',
  asked: 'Questions',
  askedNames: { all: 'all', corpus: 'the text’s', own: 'your own' },
  baseline: 'Compared with',
  semanticHint: (threshold: number | null) =>
    `Semantic cuts where neighbouring sentences are ${threshold === null ? 'farther apart than 95 of 100 pairs of this text' : `more than ${threshold} apart`}; the threshold is set at the top, strategy “semantic”.`,
  fixedHint:
    'Fixed windows in the other unit get as many of theirs as come to the size on average.',
  tokensMissing: (names: string) =>
    `${names}: needs the tokens of this text, which the embedder counts when it runs.`,
  noText: 'There is no text to sweep.',
  noQuestions:
    'There is no question with a marked answer yet. Mark an answer below and write its question.',
  noStrategy: 'Tick at least one strategy and write at least one size.',
  recorded: (model: string, k: number) =>
    `Recorded with ${model} in Chromium; scored here, with k = ${formatCount(k)}. Nothing was fetched.`,
  live: (model: string) => `Computed in this page with ${model}.`,
  withoutOwn: (count: number) =>
    `Shown without your ${many(count, 'question', 'questions')}; run the sweep to ask ${count === 1 ? 'it' : 'them'} too.`,
  none: 'Nothing has been computed for these settings yet.',
  missing: (missing: number, all: number) =>
    `${formatCount(missing)} of ${many(all, 'setting', 'settings')} not computed yet.`,
  run: (count: number) => `Run the sweep: ${many(count, 'setting', 'settings')}`,
  startAndRun: (count: number, name: string, bytes: number) =>
    `Start ${name} (${formatBytes(bytes, { base: 'si', digits: 0 })} to download) and run ${many(count, 'setting', 'settings')}`,
  cancel: 'Cancel; keep what is done',
  progress: 'Progress of the sweep',
  loading: 'Loading the embedder …',
  cutting: 'Cutting the text in every way …',
  asking: 'Embedding the questions …',
  embedding: (setting: number, settings: number, done: number, total: number) =>
    `Setting ${formatCount(setting)} of ${formatCount(settings)}; chunk ${formatCount(done)} of ${formatCount(total)}.`,
  cancelled: (done: number) => `Stopped; ${many(done, 'new point is', 'new points are')} kept.`,
  finished: (done: number) => `Done: ${many(done, 'new point', 'new points')}.`,
  judging: 'Scoring …',
  title: (text: string) => `Chunk sizes compared: ${text}`,
  caption: (unit: string) => `Each measure against the chunk size in ${unit}`,
  legend: (baseline: string) => [
    `filled: clearly different from ${baseline}`,
    'hollow: no clear difference',
    'ringed: what is compared with',
  ],
  pictureHint:
    'Choose a point to set the lab to it and to see what it found. Arrow keys go along a line and from line to line, Enter chooses.',
  tooMany:
    'The best of many settings, chosen on the same questions, looks better than it is: try it on questions of your own before you believe a small lead.',
  point: (name: string, measure: string, value: string) => `${name}: ${measure} ${value}`,
  setting: (strategy: string, size: string) => `${strategy}, ${size}`,
  table: 'All settings, in numbers',
  columns: (k: number, baseline: string) => [
    'Strategy',
    'Size',
    'Overlap',
    'Chunks',
    `Recall@${k}`,
    'Precision',
    'IoU',
    'Precision-Ω',
    'Context tokens',
    `IoU against ${baseline}`,
    '95 % interval',
    'Better / worse',
    'Verdict',
  ],
  choose: (name: string) => `Set the lab to ${name}`,
  detail: {
    title: (name: string, chunks: number) => `${name}: ${many(chunks, 'chunk', 'chunks')}`,
    set: 'The lab above is set to it.',
    makeBaseline: 'Compare the others with this one',
    isBaseline: 'The others are compared with this one.',
    questions: 'What each question got',
    columns: [
      'Question',
      'Answer found',
      'In one chunk whole',
      'Rank of the first good chunk',
      'Came first',
    ],
    found: 'found',
    part: 'in part',
    missed: 'missed',
    show: (chunk: number) => `Chunk ${chunk}`,
    showLabel: (chunk: number, question: string) =>
      `Show chunk ${chunk}, the first for “${question}”`,
    none: '–',
  },
  own: {
    summary: 'Ask your own questions',
    hint: 'Mark the answer in the painted text with the mouse, or name its sentences by their numbers; then write the question.',
    marked: 'Marked in the text',
    nothing: 'Nothing is marked in the text.',
    useMarked: 'Take the marked text',
    from: 'From sentence',
    to: 'to sentence',
    useSentences: 'Take these sentences',
    chosen: (text: string) => `These sentences: “${text}”`,
    list: 'The sentences and their numbers',
    tooLong: 'This text is too long to number its sentences; mark the answer with the mouse.',
    outside: (count: number) => `Sentences are numbered from 1 to ${formatCount(count)}.`,
    places: 'The answer stands here',
    removePlace: (place: number) => `Take away place ${place}`,
    question: 'Your question',
    add: 'Add the question',
    noPlace: 'Mark the answer first; a question without one cannot be judged.',
    noQuestion: 'Write the question, too.',
    added: (count: number) => `Added; ${many(count, 'question', 'questions')} of your own.`,
    yours: 'Your questions',
    remove: (text: string) => `Remove “${text}”`,
    removeShort: 'Remove',
    long: 'Your questions are too long for a link; they stay in this page.',
    answer: 'Answer:',
  },
} as const
