import { formatBytes } from '../format/format-bytes.ts'
import { formatCount } from '../format/format-count.ts'

const many = (count: number, one: string, more: string) =>
  `${formatCount(count)} ${count === 1 ? one : more}`

/** Every text of the Chunking lab, in one place. */
export const words = {
  name: 'Chunking lab',
  question: 'Where is the text cut, and what does each cut cost?',
  source: {
    corpus: 'Text',
    own: 'Your own text',
    counted: 'Plain words: 10,000 tokens, counted',
    countedAbout:
      'Ten thousand short words of one token each, so that the counts can be worked by hand. It says nothing.',
    write: 'Or use your own text',
    paste: 'Paste your text here; it stays in this page.',
    language: 'Language',
    en: 'English',
    zh: 'Chinese',
    use: 'Cut this text',
    back: 'Back to the course’s text',
    edit: 'Edit a copy of this text',
    empty: 'Nothing to cut yet. Paste a text above, or choose one from the list.',
    nothing: 'There is no text to cut.',
    blank: 'This text has only white space; write at least one visible character.',
    notLinked: (count: number, most: number) =>
      `${formatCount(count)} characters are too many for a link (${formatCount(most)} is the most): a copied link carries your settings, not this text.`,
    peek: (text: string) => `${text.slice(0, 300)} …`,
    another: 'Take another text',
    before: 'Bring back the text from before the file',
    unknown: (id: string) => `There is no text "${id}" here; the first one is shown.`,
    questions: (count: number) =>
      `${many(count, 'question', 'questions')} come with it; where the text has the answer, it is marked.`,
  },
  cut: {
    by: 'Cut by',
    strategy: 'Strategy',
    splitter: 'Splitter',
    size: 'Size',
    overlap: 'Overlap',
    unit: 'Counted in',
    asked: (overlap: number, unit: string) => `${formatCount(overlap)} ${unit}`,
    countedIn: (unit: string) => `Counted in ${unit}.`,
    slider: (label: string) => `${label}, slider`,
    keepSeparator: 'Keep separators',
    threshold: 'Threshold',
    embedder: 'Embedder',
    embedderHint: (maxTokens: number) =>
      `Reads at most ${formatCount(maxTokens)} tokens of a chunk.`,
    overlapTooBig: (overlap: number, size: number) =>
      `Overlap ${formatCount(overlap)} must be below the size ${formatCount(size)}; the last result stays.`,
    refused: (problem: string) => `${problem} The last result stays.`,
    tokensMissing:
      'Tokens are those of the embedder’s own tokenizer; until they are counted, the last result stays.',
    count: (name: string, bytes: number) =>
      `Count the tokens of ${name}: ${formatBytes(bytes, { base: 'si', digits: 1 })} to download`,
    distancesMissing:
      'The semantic strategy compares sentences, so it waits for the embedder; until then the last result stays.',
    comparingNow: 'The embedder compares the sentences; until then the last result stays.',
    working: 'Cutting …',
    counting: 'Counting tokens …',
    comparing: (done: number, total: number) =>
      `Comparing sentences: ${formatCount(done)} of ${formatCount(total)}`,
  },
  text: {
    caption: 'The text and its chunks',
    label: 'The text, painted with its chunks',
    legend: 'How to read it',
    odd: 'odd chunk',
    even: 'even chunk',
    several: 'in two chunks or more',
    none: 'in no chunk',
    unread: 'beyond what the embedder reads',
    stops: (number: number) => `the embedder stops reading chunk ${number} here`,
    earlier: 'Earlier part',
    later: 'Later part',
    part: (from: number, to: number, all: number) =>
      `Characters ${formatCount(from)} to ${formatCount(to)} of ${formatCount(all)}`,
    choose: (number: number) => `Chunk ${number}`,
    hint: 'Point at a chunk or choose its number; arrow keys go from chunk to chunk.',
    mark: 'Marked in the text',
  },
  chunk: {
    none: 'Choose a chunk to read how it was cut.',
    title: (number: number, count: number) =>
      `Chunk ${formatCount(number)} of ${formatCount(count)}`,
    before: 'Before it',
    after: 'After it',
    previous: 'Previous chunk',
    next: 'Next chunk',
  },
  picture: {
    caption: 'Where the chunks lie, and how long they are',
    title: 'Chunks along the text and their lengths',
    inWords: 'The picture in words',
    ribbon: 'the text, from its beginning to its end',
    sizes: (unit: string) => `length of the chunks, in ${unit}`,
    size: 'size',
    limit: 'embedder’s limit',
    firstOnly: (shown: number, all: number) =>
      `The band shows the first ${formatCount(shown)} of ${formatCount(all)} chunks.`,
  },
  numbers: 'The numbers',
  predict: {
    summary: 'Predict first: how many chunks?',
    label: 'Your prediction',
    check: 'Check',
    hint: 'Work it out from length, size and overlap before you look at the result.',
    about: (size: number, overlap: number, unit: string) =>
      `Size ${formatCount(size)}, overlap ${formatCount(overlap)}, in ${unit}.`,
    notNumber: 'Write a whole number of chunks, 1 or more.',
    right: (count: number) => `Right: ${many(count, 'chunk', 'chunks')}.`,
    off: (guess: number, count: number) =>
      `You said ${formatCount(guess)}; there are ${formatCount(count)}.`,
    rule: (length: string, count: number) =>
      `Sliding windows over ${length} give ${formatCount(count)}.`,
  },
  views: {
    label: 'Look closer',
    chunks: 'All chunks',
    differences: 'Libraries',
    similarity: 'Similarity',
    sweep: 'Which size is best?',
  },
  list: {
    caption: 'The chunks, one by one',
    more: (count: number) => `Show ${formatCount(count)} more`,
    columns: [
      'Chunk',
      'From',
      'To',
      'Characters',
      'Tokens',
      'Repeats',
      'Repeated tokens',
      'Ends at',
      'Why the cut fell there',
      'Headings',
    ],
  },
  differences: {
    hint: 'The same text and the same numbers, cut by the rules of each library.',
    columns: [
      'Cut by',
      'Chunks',
      'Mean length',
      'Longest',
      'Boundaries without overlap',
      'Characters in no chunk',
      'Chunks that are no stretch of the text',
    ],
    versions: (
      libraries: readonly {
        readonly package: string
        readonly version: string
        readonly checked: string
      }[],
    ) =>
      `As read in ${libraries.map((each) => `${each.package} ${each.version} (${each.checked})`).join(', ')}; LlamaIndex’s SentenceSplitter counts characters in this table.`,
    table: 'The same setting in each library',
    where: 'Where they differ',
    wait: 'This text is empty, or too long to be cut four times at once.',
  },
  semantic: {
    title: 'Distance of each sentence to the next',
    line: 'Threshold line',
    usual: (threshold: number) => `As libraries do: 95th percentile, ${threshold}`,
    placeholder: '95th percentile',
    hint: 'Distance is 1 − cosine. Every embedder has its own scale: empty means that 95 of 100 distances of this text lie below; or drag the line.',
    caption: 'A cut falls wherever the curve is above the line.',
  },
} as const
