import { parse } from 'yaml'
import type { Corpus } from '../../lib/corpus/corpus.ts'
import { corpusFacts } from '../../lib/corpus/corpus-facts.ts'
import type { CorpusFacts } from '../../lib/corpus/corpus-facts.ts'
import type { Injection } from '../../lib/corpus/injection.ts'
import { parseCorpus } from '../../lib/corpus/parse-corpus.ts'
import { parseInjections } from '../../lib/corpus/parse-injections.ts'

/**
 * Runs at build only: it holds the text of every corpus. A page passes what it needs as a prop; the
 * browser fetches a corpus with load-corpus.ts.
 */
const documents = import.meta.glob<string>('../../data/corpora/*/document.md', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const questionFiles = import.meta.glob<string>('../../data/corpora/*/questions.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
})
const injectionFiles = import.meta.glob<string>('../../data/corpora/injection.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function readCorpus([path, text]: [string, string]): Corpus {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const id = folder.split('/').at(-1) ?? folder
  const questions = questionFiles[`${folder}/questions.yaml`]
  if (questions === undefined) throw new Error(`src/data/corpora/${id} has no questions.yaml.`)
  return parseCorpus({ id, text, questions: parse(questions) })
}

/** Every corpus, in the order of their ids. */
export const corpora: readonly Corpus[] = Object.entries(documents)
  .map(readCorpus)
  .sort((a, b) => a.id.localeCompare(b.id, 'en'))

/** What a list of corpora shows before a text is fetched. */
export const corpusList: readonly CorpusFacts[] = corpora.map(corpusFacts)

/** A corpus by its id; the build stops at an id that nobody knows. */
export function corpus(id: string): Corpus {
  const found = corpora.find((each) => each.id === id)
  if (found === undefined) throw new Error(`There is no src/data/corpora/${id}.`)
  return found
}

/** Passages with instructions in them, for the lesson on injection. */
export const injections: readonly Injection[] = Object.values(injectionFiles).flatMap((text) =>
  parseInjections(parse(text)),
)
