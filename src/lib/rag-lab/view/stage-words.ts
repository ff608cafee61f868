import { countOf } from '../../format/count-of.ts'
import { formatNumber } from '../../format/format-number.ts'
import { formatPercent } from '../../format/format-percent.ts'

/** Texts of the nine stages' panels, settings and results, stage by stage. */
export const stageWords = {
  document: {
    parsing: 'Parsing',
    text: 'The text after parsing',
    asItIs: 'Nothing was changed.',
    found: (kept: number, all: number) =>
      all === 0
        ? 'No evidence is marked.'
        : `${kept} of ${countOf(all, 'piece')} of evidence still ${kept === 1 ? 'stands' : 'stand'} in the text.`,
    injection: 'Put a poisoned passage among the others',
    none: 'None',
  },
  chunking: {
    strategy: 'Strategy',
    names: {
      characters: 'Fixed size',
      tokens: 'Fixed number of tokens',
      sentence: 'Whole sentences',
      recursive: 'Recursive: paragraphs, lines, sentences',
      markdown: 'By Markdown structure',
    },
    unit: 'Counted in',
    characters: 'characters',
    tokens: 'tokens',
    heading: 'Write title and headings before each chunk',
    count: (count: number, mean: number) =>
      `${countOf(count, 'passage')}, ${formatNumber(mean)} characters on average.`,
    list: 'The passages',
    recordedOnly:
      'Vectors are recorded for the cuts of the presets; another one is embedded in this page.',
  },
  embedding: {
    index: 'Embedder of the passages',
    query: 'Embedder of the question',
    prefixes: 'Use the model’s own prefixes',
    prefixHint: (query: string, passage: string) =>
      query === '' && passage === ''
        ? 'This model has none.'
        : `It was trained with “${query}” before questions and “${passage}” before passages.`,
    notUsed:
      'The search goes by words alone, so no vector is used. Choose another search to use one.',
    vectors: (count: number, dimensions: number, bytes: string, recorded: boolean) =>
      `${countOf(count, 'vector')} of ${formatNumber(dimensions)} numbers: ${bytes}${recorded ? ', recorded' : ', computed in this page'}.`,
    own: 'Compute here instead of using the recording',
    nearest: 'Similarity of the question to each passage',
  },
  query: {
    mode: 'What is searched with',
    rewritten: 'The rewritten question',
    lines: 'More queries, one a line',
    imagined: 'The imagined passage',
    empty: 'Nothing is written yet, so the question itself is searched with.',
    write: 'Let the language model write it',
    stop: 'Stop writing',
    writing: 'The model writes …',
    wrote: 'Written by the model. Read it before you trust it: it may say anything.',
    searched: 'Searched with',
    by: { question: 'the question', rewritten: 'rewritten', imagined: 'imagined passage' },
    ways: (words: boolean, vectors: boolean) =>
      [words ? 'by words' : '', vectors ? 'by vectors' : ''].filter((way) => way !== '').join(', '),
  },
  retrieval: {
    method: 'Search',
    section: 'Only below the heading',
    all: 'All of the text',
    mmr: 'MMR λ (empty: off)',
    candidates: 'Candidates',
    lists: { words: 'By words', vectors: 'By vectors' },
    compared: (compared: number, all: number) =>
      `${formatNumber(compared)} of ${countOf(all, 'vector')} were compared.`,
    exactShare: (share: number) =>
      `The graph found ${formatPercent(share, { digits: 0 })} of what the exact search finds.`,
    searched: (searched: number, all: number) =>
      `${formatNumber(searched)} of ${countOf(all, 'passage')} were searched.`,
    found: 'The candidates',
    list: (by: string, query: string) => `${by}: “${query}”`,
    single: 'Each list by itself',
    nothing: 'Nothing was found.',
  },
  rerank: {
    by: 'Reranker',
    keep: 'Passages kept',
    kept: 'Kept and dropped',
    cost: (passes: number, comparisons: number) =>
      comparisons > 0
        ? `One pass of the embedder for the question; ${formatNumber(comparisons)} products of token vectors.`
        : `${countOf(passes, 'pass', 'passes')} of the language model over passage and question.`,
    recorded: (name: string) =>
      `Recorded from ${name}: nothing is computed here. Each question costs one pass of the embedder, and a product of every token of the question with every token of the candidates.`,
    score: (pairs: number) => `Score ${countOf(pairs, 'pair')} of question and passage`,
    stop: 'Stop scoring',
    scoring: (done: number, total: number) => `${done} of ${countOf(total, 'pair')} scored`,
    startFirst: 'The scores need the language model.',
    exact:
      'The number is the mean over the question’s tokens of ln P(token | passage, “Question:”, the tokens before it).',
    unchanged: 'Without a reranker the first ones of the search are kept.',
  },
  prompt: {
    budget: 'Token budget',
    order: 'Order of the passages',
    citations: 'Number the passages and ask for citations',
    only: 'Answer only from the passages',
    refusal: 'Say what to write when they do not hold the answer',
    json: 'Ask for a JSON object',
    bar: (used: number, budget: number) =>
      `${countOf(used, 'token')} of a budget of ${formatNumber(budget)}`,
    over: 'Rules and question alone are larger than the budget: no passage fits, and the prompt is too long all the same.',
    parts: { rules: 'Rules', passages: 'Passages', question: 'Question', spare: 'Unused' },
    exact: 'Counted with the tokenizer of the language model.',
    leftOut: 'Left out',
    none: 'Every kept passage fits.',
    shown: 'The prompt as the model gets it',
    system: 'system',
    user: 'user',
    earlier: (number: number) => `Move passage [${number}] one place up`,
    later: (number: number) => `Move passage [${number}] one place down`,
    asOrdered: 'Back to the order by rank',
    placed: 'In the prompt, top to bottom',
    cache: 'What it costs in key-value cache',
    cacheModel: 'Model on your setup',
    tooLong: (tokens: number, most: number) =>
      `The prompt has ${formatNumber(tokens)} tokens; with the answer it does not fit the model’s window of ${formatNumber(most)}. Lower the budget.`,
  },
  model: {
    source: 'Answer',
    recorded: 'recorded',
    live: 'live, in this page',
    temperature: 'Temperature',
    seed: 'Seed',
    most: 'Tokens to write',
    write: 'Answer this prompt',
    again: 'Answer again',
    stop: 'Stop',
    writing: 'The model reads the prompt, then writes …',
    noRecording:
      'No answer is recorded for exactly this prompt. Start the model, or type an answer below to have it checked.',
    noLive: 'The model has not answered this prompt yet.',
    recordedBy: (name: string, temperature: number) =>
      `Recorded from ${name} at temperature ${formatNumber(temperature, { digits: 2 })}.`,
    cut: 'It ends early: it was cut at the most tokens, or stopped.',
    answer: 'The answer',
    small:
      'A model of 135 million parameters: it often copies, mixes or invents. That is part of the lesson; a larger model fails less often, and in the same ways.',
    hand: 'Type an answer by hand and check it',
    byHand: 'Answer by hand',
    handHint: 'While there is text here, it is checked in place of the model’s.',
  },
  answer: {
    none: 'There is no answer to check yet. Open stage 8, or type one.',
    sentences: 'Sentence by sentence',
    cites: 'cites',
    overlap: 'words found there',
    strangers: 'words not found',
    invalid: 'no such passage',
    notes: 'What the checks say',
    limits:
      'The checks count words. They do not know whether a sentence is true, and a refusal in unusual words is missed.',
  },
} as const
