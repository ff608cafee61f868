import type { ChunkLevel } from '../chunking/chunk.ts'
import type { ChunkStrategy, ChunkUnit } from '../chunking/chunk-options.ts'
import type { Library, Splitter } from './lab-state.ts'

/** Strategies for people: a name, and one sentence on how each cuts. */
export const strategyNames: Readonly<Record<ChunkStrategy, string>> = {
  characters: 'fixed characters',
  tokens: 'fixed tokens',
  sentence: 'sentences',
  recursive: 'recursive',
  markdown: 'Markdown structure',
  semantic: 'semantic',
}

export const strategyHints: Readonly<Record<ChunkStrategy, string>> = {
  characters: 'Windows of one length; words are cut where the count is full.',
  tokens: 'Windows of one length in tokens of the embedder; cuts fall within words.',
  sentence: 'Whole sentences, as many as fit.',
  recursive: 'Cuts at paragraphs; where one is too long, at lines, sentences, words.',
  markdown: 'Keeps a section under its headings together; longer sections are cut recursively.',
  semantic: 'Cuts where two neighbouring sentences are far apart for the embedder.',
}

export const libraryNames: Readonly<Record<Library, string>> = {
  ours: 'this course',
  'langchain-python': 'LangChain, Python',
  'langchain-js': 'LangChain, JavaScript',
  llamaindex: 'LlamaIndex',
}

export const splitterNames: Readonly<Record<Splitter, string>> = {
  recursive: 'RecursiveCharacterTextSplitter',
  character: 'CharacterTextSplitter',
  markdown_recursive: 'Recursive, Markdown separators',
}

export const levelNames: Readonly<Record<ChunkLevel, string>> = {
  end: 'end of the text',
  heading: 'heading',
  paragraph: 'paragraph',
  line: 'line',
  sentence: 'sentence',
  word: 'word',
  grapheme: 'character',
  token: 'token',
  meaning: 'change of meaning',
}

/** What sizes count: a library has its own way. */
export function unitLabels(library: Library): Readonly<Record<ChunkUnit, string>> {
  if (library === 'langchain-js') return { characters: 'UTF-16 units', tokens: 'tokens' }
  if (library === 'langchain-python') return { characters: 'code points', tokens: 'tokens' }
  if (library === 'llamaindex') return { characters: 'characters', tokens: 'words' }
  return { characters: 'characters', tokens: 'tokens of the embedder' }
}
