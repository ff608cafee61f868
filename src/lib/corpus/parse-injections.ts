import { isRecord, textField } from './fields.ts'
import type { Injection, InjectionHiding } from './injection.ts'
import { quoteSpan } from './quote-span.ts'

const hidings: readonly InjectionHiding[] = ['plain', 'table', 'chinese']

function parseInjection(row: unknown): Injection {
  const id = textField(row, 'id', 'A passage with instructions')
  const where = `The passage "${id}"`
  const field = (name: string) => textField(row, name, where)
  const hiding = hidings.find((each) => each === field('hiding'))
  if (hiding === undefined)
    throw new RangeError(`${where} must be hidden in one of these ways: ${hidings.join(', ')}.`)
  const passage = field('passage')
  const instruction = field('instruction')
  quoteSpan(passage, instruction)
  return {
    id,
    title: field('title'),
    corpus: field('corpus'),
    language: field('language'),
    hiding,
    passage,
    instruction,
    question: field('question'),
    answer: field('answer'),
    goldQuestion: field('goldQuestion'),
    sign: field('sign'),
    naive: field('naive'),
  }
}

/**
 * Reads the file of passages with instructions and checks each: all fields are there, and the
 * instruction occurs once in its passage.
 *
 * @throws RangeError with a sentence on the first field that is wrong.
 * @example parseInjections({ passages: [] }) // []
 */
export function parseInjections(file: unknown): readonly Injection[] {
  const rows: unknown = isRecord(file) ? file['passages'] : undefined
  if (!Array.isArray(rows)) throw new RangeError('The file has no list "passages".')
  return rows.map((row: unknown) => parseInjection(row))
}
