import type { CompatLibrary } from './compat-chunk.ts'
import type { CompatOptions, LangchainJsOptions, LangchainPythonOptions } from './compat-options.ts'

/** One library with settings. */
export type DifferenceRun = {
  readonly [L in CompatLibrary]: { readonly library: L; readonly options: CompatOptions[L] }
}[CompatLibrary]

/** A text on which libraries part, and why. */
export interface DifferenceCase {
  readonly id: string
  readonly title: string
  /** What to look at, in a sentence or two. */
  readonly says: string
  readonly text: string
  readonly runs: readonly DifferenceRun[]
}

const python = (options: LangchainPythonOptions): DifferenceRun => ({
  library: 'langchain-python',
  options,
})

const js = (options: LangchainJsOptions): DifferenceRun => ({ library: 'langchain-js', options })

const both = (options: LangchainJsOptions & LangchainPythonOptions): readonly DifferenceRun[] => [
  python(options),
  js(options),
]

/**
 * Texts on which LangChain for Python, LangChain for JavaScript and LlamaIndex part, or on which
 * they agree in something that surprises.
 *
 * Source: langchain-splitters-python, langchain-splitters-js, llamaindex-sentence-splitter.
 */
export const differenceCases: readonly DifferenceCase[] = [
  {
    id: 'surrogates',
    title: 'Half an emoji',
    says: 'JavaScript counts UTF-16 units, of which an emoji has two, and may cut between them.',
    text: '😀😀😀😀',
    runs: both({ splitter: 'recursive', chunkSize: 3, chunkOverlap: 0 }),
  },
  {
    id: 'units',
    title: 'The same size is not the same length',
    says: 'Python counts code points, JavaScript UTF-16 units: with emoji the chunks differ.',
    text: '👍 yes 👎 no 👍 yes 👎 no',
    runs: both({ splitter: 'recursive', chunkSize: 12, chunkOverlap: 0 }),
  },
  {
    id: 'first-heading',
    title: 'Which headings cut',
    says: 'JavaScript does not list “# ” among its Markdown separators. Python’s MarkdownTextSplitter lists a regular expression for all headings, but looks for it as it is written, and so finds no heading at all: headings end chunks whose text comes in the next. (RecursiveCharacterTextSplitter.from_language reads the same list as expressions, and finds them.)',
    text: '# One\n\nText one.\n## Two\n\nText two.\n# Three\n\nText three.',
    runs: both({ splitter: 'markdown_recursive', chunkSize: 30, chunkOverlap: 0 }),
  },
  {
    id: 'overlap-budget',
    title: 'What the overlap counts',
    says: 'Python counts the spaces between the words of the overlap, JavaScript only the words.',
    text: 'a b c d e f g h i j k l m n o p q r s t u v w x y z',
    runs: both({ splitter: 'character', separator: ' ', chunkSize: 26, chunkOverlap: 4 }),
  },
  {
    id: 'recursion-boundary',
    title: 'No overlap where the splitter changed its separator',
    says: 'Both merge each part by itself, so that nothing is repeated across the blank line. LlamaIndex repeats whole splits wherever they fit.',
    text: 'one two three four five six seven\n\neight nine ten eleven twelve',
    runs: [
      ...both({ splitter: 'recursive', chunkSize: 20, chunkOverlap: 10 }),
      {
        library: 'llamaindex',
        options: {
          tokenizer: 'characters',
          sentenceTokenizer: 'none',
          paragraphSeparator: '\n\n',
          chunkSize: 20,
          chunkOverlap: 10,
        },
      },
    ],
  },
  {
    id: 'trimmed',
    title: 'Characters that no chunk holds',
    says: 'White space at the ends of chunks is dropped; only Python can be told to keep it.',
    text: '  lead\n\n\n\ntrail  ',
    runs: [
      ...both({ splitter: 'recursive', chunkSize: 8, chunkOverlap: 0 }),
      python({ splitter: 'recursive', chunkSize: 8, chunkOverlap: 0, stripWhitespace: false }),
    ],
  },
  {
    id: 'overlap-limit',
    title: 'An overlap as large as the chunk',
    says: 'Python allows it and repeats what it can; JavaScript refuses.',
    text: 'one two three four',
    runs: both({ splitter: 'recursive', chunkSize: 9, chunkOverlap: 9 }),
  },
  {
    id: 'tokens',
    title: 'Eight of what?',
    says: 'The same number is eight characters in LangChain and eight tokens in LlamaIndex; here a word is taken for a token.',
    text: 'Sizes mean nothing without their unit. Ask what is counted before you compare.',
    runs: [
      ...both({ splitter: 'recursive', chunkSize: 8, chunkOverlap: 0 }),
      {
        library: 'llamaindex',
        options: { tokenizer: 'words', chunkSize: 8, chunkOverlap: 0 },
      },
    ],
  },
  {
    id: 'abbreviations',
    title: 'Where a sentence ends',
    says: "LlamaIndex uses NLTK's sentence tokenizer without its trained abbreviations, so that it cuts after “Dr.”; LangChain knows no sentences.",
    text: 'We asked Dr. Smith. She said no.',
    runs: [
      ...both({ splitter: 'recursive', chunkSize: 20, chunkOverlap: 0 }),
      {
        library: 'llamaindex',
        options: { tokenizer: 'characters', chunkSize: 12, chunkOverlap: 0 },
      },
    ],
  },
  {
    id: 'metadata',
    title: 'Metadata that shrink the chunk',
    says: 'LlamaIndex takes the tokens of the metadata off the size; LangChain does not look at them.',
    text: 'one two three four five six seven eight',
    runs: [
      { library: 'llamaindex', options: { tokenizer: 'words', chunkSize: 4, chunkOverlap: 0 } },
      {
        library: 'llamaindex',
        options: {
          tokenizer: 'words',
          chunkSize: 4,
          chunkOverlap: 0,
          metadataText: 'title: Counting',
        },
      },
    ],
  },
]
