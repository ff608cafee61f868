// The corpora of src/data/corpora, for scripts and tests in Node. Pages use src/components/data/corpora.ts.
import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'

const folder = new URL('../../src/data/corpora/', import.meta.url)

const withLineFeeds = (text) => text.replaceAll('\r\n', '\n')

/**
 * Every corpus, by id.
 * @returns {import('../../src/lib/corpus/corpus.ts').Corpus[]}
 */
export const readCorpora = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((id) => ({
      id,
      ...parse(readFileSync(new URL(`${id}/questions.yaml`, folder), 'utf8')),
      text: withLineFeeds(readFileSync(new URL(`${id}/document.md`, folder), 'utf8')),
    }))

/** One corpus; an id that is not there stops the script. */
export const readCorpus = (id) => {
  const corpus = readCorpora().find((each) => each.id === id)
  if (corpus === undefined) throw new Error(`There is no src/data/corpora/${id}.`)
  return corpus
}

/**
 * Passages with instructions in them, to be put among those that a search found.
 * @returns {import('../../src/lib/corpus/injection.ts').Injection[]}
 */
export const readInjections = () =>
  parse(readFileSync(new URL('injection.yaml', folder), 'utf8')).passages
