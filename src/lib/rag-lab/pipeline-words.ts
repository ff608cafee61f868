/** What the RAG lab's pipeline says: of passages, of searches, and of where an answer was lost. */
export const pipelineWords = {
  name: 'RAG lab',
  question: 'Which stage lost the answer?',
  gold: {
    whole: 'holds the evidence',
    part: 'holds a part of the evidence',
    none: '',
  },
  missing: {
    'chunk-vectors': 'the vectors of the passages',
    'query-vectors': 'the vector of the question',
    'token-rows': 'the vectors of the tokens',
    likelihoods: 'the likelihoods of the question',
  },
  waitsFor: (pieces: readonly string[]) => `This waits for ${pieces.join(' and ')}.`,
  ownQuestion: 'Write a question to begin.',
  twoModels:
    'Question and passages are embedded by two models. Their vectors have the same length, so that nothing fails, but they lie in two unrelated spaces: a dot product between them means nothing.',
  notEvaluated: 'The evaluation could not be computed; change a setting to try again.',
  estimated: 'Tokens are estimated from the letters; start the model for exact counts.',
  supported:
    'Share of the sentence’s content words that stand in the passages it cites (in any passage of the prompt, where it cites none). It does not say whether the sentence is true.',
  dropped: {
    alike: 'MMR passed it over: too much like one that was chosen.',
    beyondK: (k: number) => `It is not among the first ${k}.`,
    beyondN: (n: number) => `Only the first ${n} go on.`,
  },
  notes: {
    noSection: (section: string) =>
      `No passage stands under the heading "${section}"; the filter leaves nothing to search. A parser that drops headings leaves the filter nothing to go by.`,
    filteredAfter: (found: number) =>
      `The filter came after the approximate search and left only ${found} of what it had found. Engines that filter within the graph do not have this gap.`,
    imaginedNeedsVectors:
      'The imagined passage is for a search by vectors; this search by words takes the question itself.',
    noSharedWord:
      'No passage shares a word with the question, so that a search by words finds none.',
  },
  lost: {
    unanswerable:
      'The document does not answer this question: no passage is right, and the model ought to say so.',
    refusedRightly: 'The document does not answer this question, and the model said so.',
    answeredAnyway:
      'The document does not answer this question, and the model answered all the same.',
    noEvidence: 'No words are marked as the answer, so that nobody can tell where they were lost.',
    notInText:
      'The words that are marked as the answer do not stand in the text as it was parsed, so that there is nothing to follow. Copy them from the text, or look at the parsing.',
    waiting: 'The search is not complete yet; what it waits for is named above.',
    inPrompt: (quotes: number) =>
      quotes === 1
        ? 'The evidence is in the prompt. What the model makes of it is still open.'
        : `${quotes === 2 ? 'Both' : `All ${quotes}`} pieces of the evidence are in the prompt. What the model makes of them is still open.`,
    kept: 'The evidence reached the prompt, and the answer holds the words of the expected one.',
    at: {
      parsing: (gone: number, all: number) =>
        `Lost in parsing: ${piece(gone, all)} no longer stand${gone === 1 ? 's' : ''} together in the text. No later stage can mend that.`,
      chunking: (gone: number, all: number) =>
        `Lost in chunking: no single passage holds ${piece(gone, all, true)}; a cut goes through it.`,
      retrieval: (gone: number, all: number) =>
        `Lost in retrieval: no candidate holds ${piece(gone, all, true)}.`,
      rerank: (gone: number, all: number) =>
        `Lost in the choice of passages: a candidate held ${piece(gone, all, true)}, but it was not among those that were kept.`,
      prompt: (gone: number, all: number) =>
        `Lost in the prompt: the passage with ${piece(gone, all, true)} did not fit into the budget.`,
      generation: (_gone: number, _all: number) =>
        'Lost in generation: the evidence is in the prompt, but the answer lacks the words of the expected one. It goes by words; read it yourself.',
    },
  },
} as const

/** Names what is gone of the evidence, as the subject of a sentence or not. */
function piece(gone: number, all: number, object = false): string {
  if (all === 1) return 'the evidence'
  if (gone === all && !object) return `the ${all} pieces of the evidence`
  return gone === 1 || object
    ? `one of the ${all} pieces of evidence`
    : `${gone} of the ${all} pieces of evidence`
}
