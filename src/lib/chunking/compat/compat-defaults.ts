const plain = ['\n\n', '\n', ' ', '']

/**
 * What each library does when it is told nothing, as read in the named version.
 *
 * `released` is the month of the version, `checked` the day on which its code was read.
 *
 * Source: langchain-splitters-python, langchain-splitters-js, llamaindex-sentence-splitter.
 *
 * @example compatDefaults['langchain-js'].chunkSize // 1000
 */
export const compatDefaults = {
  'langchain-python': {
    name: 'LangChain (Python)',
    package: 'langchain-text-splitters',
    version: '1.1.3',
    released: '2026-10',
    checked: '2026-11-24',
    source: 'langchain-splitters-python',
    unit: 'code points',
    chunkSize: 4000,
    chunkOverlap: 200,
    separator: '\n\n',
    separators: plain,
    markdownSeparators: ['\n#{1,6} ', '```\n', '\n\\*\\*\\*+\n', '\n---+\n', '\n___+\n', ...plain],
    overlapMayEqualSize: true,
  },
  'langchain-js': {
    name: 'LangChain (JavaScript)',
    package: '@langchain/textsplitters',
    version: '1.0.2',
    released: '2026-09',
    checked: '2026-11-24',
    source: 'langchain-splitters-js',
    unit: 'UTF-16 units',
    chunkSize: 1000,
    chunkOverlap: 200,
    separator: '\n\n',
    separators: plain,
    markdownSeparators: [
      '\n## ',
      '\n### ',
      '\n#### ',
      '\n##### ',
      '\n###### ',
      '```\n\n',
      '\n\n***\n\n',
      '\n\n---\n\n',
      '\n\n___\n\n',
      ...plain,
    ],
    overlapMayEqualSize: false,
  },
  llamaindex: {
    name: 'LlamaIndex',
    package: 'llama-index-core',
    version: '0.14.25',
    released: '2026-09',
    checked: '2026-11-24',
    source: 'llamaindex-sentence-splitter',
    unit: 'tokens',
    chunkSize: 1024,
    chunkOverlap: 200,
    separator: ' ',
    paragraphSeparator: '\n\n\n',
    secondaryChunkingRegex: '[^,.;。？！]+[,.;。？！]?|[,.;。？！]',
    overlapMayEqualSize: true,
  },
} as const
