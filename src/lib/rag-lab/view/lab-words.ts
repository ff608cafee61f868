import { countOf } from '../../format/count-of.ts'
import { formatNumber } from '../../format/format-number.ts'
import { stageWords } from './stage-words.ts'

/** Texts of the RAG lab's controls and views; what the pipeline itself says stands in `pipeline-words.ts`. */
export const labWords = {
  ...stageWords,
  source: {
    corpus: 'Text',
    own: 'Your own text',
    write: 'Paste or open a text of your own',
    paste: 'Your text (Markdown or plain)',
    language: 'Language',
    en: 'English',
    zh: 'Chinese',
    empty: 'There is no text yet. Paste one, open a file, or choose one of the course.',
    tooLong: (letters: number, most: number) =>
      `The file has ${formatNumber(letters)} characters; the lab works on the first ${formatNumber(most)}.`,
    before: 'Bring back what was typed before',
    questions: (count: number) => `${countOf(count, 'question')}.`,
  },
  ask: {
    question: 'Question',
    own: 'Your own question …',
    injected: 'The question that meets the injected passage',
    ownQuestion: 'Your question',
    ownEvidence: 'Words of the text that answer it (one quote a line; may stay empty)',
    evidenceHint:
      'With them, the lab can say where the answer was lost. They must stand in the text word for word.',
    notFound: 'These words do not stand in the text as it was parsed.',
    expected: (answer: string) => `Expected answer: ${answer}`,
    kinds: {
      fact: 'Facts',
      paraphrase: 'Paraphrases: hardly a word in common with the evidence',
      'exact-code': 'Exact codes',
      'two-places': 'Evidence in two places',
      negation: 'Negations and exceptions',
      unanswerable: 'Not answered by the document',
      own: 'Your own',
    },
    kindIs: (kind: string) => `Kind: ${kind}`,
  },
  verdict: {
    waits: (pieces: string) => `This waits for ${pieces}.`,
    loading: 'The recorded vectors are on their way …',
    start: 'They are not recorded for these settings. Start the embedder to compute them here.',
    startModel: 'Start the language model to compute them here.',
    tokens: 'Sizes in tokens need the tokenizer of the embedder; it is fetched now.',
    countNow: 'Fetch the tokenizer and count the tokens',
    evidence: 'Evidence',
    noEvidence: 'No evidence is marked for this question.',
    ranks: (retrieval: number | null, kept: number | null, prompt: number | null) =>
      `search: ${rank(retrieval)}; kept: ${rank(kept)}; prompt: ${prompt === null ? 'not in it' : `passage [${prompt}]`}`,
  },
  track: {
    label: 'The nine stages',
    short: {
      document: 'Parse',
      chunking: 'Chunk',
      embedding: 'Embed',
      query: 'Query',
      retrieval: 'Search',
      rerank: 'Rerank',
      prompt: 'Prompt',
      model: 'Model',
      answer: 'Check',
    },
    lost: 'lost here',
    settings: 'Settings',
    out: 'What came out',
  },
  live: {
    embedding: (done: number, total: number) => `Embedding: ${done} of ${countOf(total, 'text')}`,
    stopEmbedding: 'Stop embedding',
    goOn: 'Go on embedding',
    stopped: 'Embedding was stopped; what was done is kept.',
    progressModel: 'Loading the language model',
    progressEmbedding: 'Embedding',
    progressScoring: 'Scoring',
  },
  numbers: {
    caption: 'This question, stage by stage',
    stage: 'After',
    names: {
      retrieval: 'Search (the candidates)',
      unreranked: 'Kept without reranking',
      rerank: 'Kept',
      prompt: 'In the prompt',
    },
    none: '–',
  },
  views: {
    label: 'Show',
    stages: 'Numbers',
    ranks: 'Ranks',
    prompt: 'Prompt',
    'all-questions': 'All questions',
    injection: 'Injection',
  },
  injection: {
    passage: 'Poisoned passage',
    choose: 'Choose a passage to put among the others.',
    instruction: 'Its instruction',
    naive: 'Without a defence',
    own: 'These passages belong to the handbook of the bench supply; choose that text to use them.',
    toText: 'Choose that text',
    defences: 'Defences in use',
    table: 'Each defence alone',
    change: 'What it changes here',
    limit: 'What it cannot do',
    added: 'Tokens',
    stands: 'Instruction still readable',
    yes: 'yes',
    no: 'no',
    name: 'Defence',
    honest:
      'None of them is a guarantee. A model reads rules and passages as one text; a defence only changes how likely it is to obey. What an answer may do must be limited outside of the model.',
    reached: (place: number | null) =>
      place === null
        ? 'The poisoned passage did not reach the prompt.'
        : `The poisoned passage is number ${place} in the prompt.`,
    obeyed: 'The answer shows the sign of the instruction.',
    notObeyed: 'The answer shows no sign of the instruction. That is one answer, not a proof.',
    unanswered:
      'There is no answer to this prompt yet; stage 8 has the recorded one or the live model.',
    ask: 'Ask the question that meets it',
  },
  all: {
    start: 'All questions of the text through these settings.',
    working: 'Computing …',
    noQuestions: 'This text has no questions with marked evidence yet. Write some below.',
    own: 'Your questions: each on a line, below it the words of the text that answer it; an empty line between two',
    ownFound: (found: number, quotes: number, questions: number) =>
      `${countOf(questions, 'question')}; ${found} of ${countOf(quotes, 'quote')} found in the text as it was parsed.`,
    asIs: 'Each question is searched with as it is; what was rewritten belongs to one question only.',
    metrics: 'Means over the questions with evidence',
    metric: 'Metric',
    before: 'Without reranking',
    after: 'With it',
    kept: 'Kept passages',
    candidates: 'Candidates',
    difference: 'Difference, with its 95 % interval',
    lost: 'Where the evidence was lost',
    stage: 'Stage',
    lostNone: 'reached the prompt',
    questions: 'Question by question',
    ask: 'Ask this one',
    take: 'Take this table along',
    takeMetrics: 'Means',
    takeQuestions: 'Questions',
    keep: 'Keep these numbers to compare with',
    compare: 'Against the numbers that were kept',
    forget: 'Forget them',
    keptFrom: (settings: string) => `Kept: ${settings}`,
    pairs: (pairs: number) =>
      `Score ${countOf(pairs, 'pair')} of a question and a candidate: it takes some seconds each`,
    chance: (recall: string) =>
      `Choosing passages at random would find ${recall} of the relevant ones.`,
  },
  picture: {
    caption: 'Ranks from search to prompt',
    columns: { retrieval: 'Search', rerank: 'Reranked', prompt: 'Prompt' },
    whole: 'holds the evidence',
    part: 'holds a part of it',
    other: 'other passage',
    dropped: 'goes no further',
    injected: 'poisoned passage',
    nothing: 'No passage was found.',
    inWords: 'The picture in words',
  },
  cards: {
    passage: (number: number) => `Passage ${number}`,
    score: 'score',
    more: 'Read it',
    injected: 'poisoned',
  },
  take: { description: 'Ranks of the passages after search, reranking and prompt assembly.' },
} as const

function rank(value: number | null): string {
  return value === null ? 'not found' : `rank ${value}`
}
