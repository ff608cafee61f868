import type { Corpus, CorpusQuestion, QuestionKind } from './corpus.ts'
import { isRecord, textField } from './fields.ts'
import { quoteSpan } from './quote-span.ts'

const kinds: readonly QuestionKind[] = [
  'fact',
  'paraphrase',
  'exact-code',
  'two-places',
  'negation',
  'unanswerable',
]

/** What a corpus is read from: its folder's name, its Markdown, and its questions file as parsed. */
export interface CorpusFiles {
  readonly id: string
  readonly text: string
  readonly questions: unknown
}

function parseQuestion(row: unknown, corpus: string, text: string): CorpusQuestion {
  const id = textField(row, 'id', `A question of the corpus "${corpus}"`)
  const where = `The question "${id}" of the corpus "${corpus}"`
  const named = textField(row, 'kind', where)
  const kind = kinds.find((each) => each === named)
  if (kind === undefined)
    throw new RangeError(`${where} is of kind "${named}"; the kinds are ${kinds.join(', ')}.`)
  const list: unknown = isRecord(row) ? row['quotes'] : undefined
  if (!Array.isArray(list)) throw new RangeError(`${where} has no list "quotes".`)
  const quotes = list.map((quote: unknown) => {
    if (typeof quote !== 'string') throw new RangeError(`${where} has a quote that is no text.`)
    quoteSpan(text, quote)
    return quote
  })
  if ((quotes.length === 0) !== (kind === 'unanswerable'))
    throw new RangeError(`${where} must have quotes, unless it is unanswerable; then it has none.`)
  const language = isRecord(row) && 'language' in row ? textField(row, 'language', where) : null
  return {
    id,
    kind,
    text: textField(row, 'text', where),
    answer: textField(row, 'answer', where),
    ...(language === null ? {} : { language }),
    quotes,
  }
}

/**
 * Reads a corpus from its files and checks it: every field is there, each id is used once, and each
 * quote occurs exactly once in the text. Line ends become line feeds.
 *
 * @throws RangeError with a sentence on the first field, id or quote that is wrong.
 * @example parseCorpus({ id: 'tea', text: '# Tea\n', questions: { title: 'Tea', …, questions: [] } }).title // 'Tea'
 */
export function parseCorpus({ id, text: source, questions: header }: CorpusFiles): Corpus {
  const text = source.replaceAll('\r\n', '\n')
  const where = `The corpus "${id}"`
  const rows: unknown = isRecord(header) ? header['questions'] : undefined
  if (!Array.isArray(rows)) throw new RangeError(`${where} has no list "questions".`)
  const questions = rows.map((row: unknown) => parseQuestion(row, id, text))
  const ids = questions.map((question) => question.id)
  const twice = ids.find((each, index) => ids.indexOf(each) !== index)
  if (twice !== undefined) throw new RangeError(`${where} has two questions "${twice}".`)
  return {
    id,
    title: textField(header, 'title', where),
    language: textField(header, 'language', where),
    about: textField(header, 'about', where),
    licence: textField(header, 'licence', where),
    text,
    questions,
  }
}
