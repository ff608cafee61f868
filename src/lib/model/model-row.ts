/** One model of the data folder: its published configuration, its size and where both were read. */
export interface ModelRow {
  /** Name in addresses and in the text of chapters, such as 'llama-3.1-8b'. */
  readonly id: string
  readonly name: string
  readonly publisher: string
  /** Group in the list of models, such as 'Qwen'. */
  readonly family: string
  /** Repositories and Ollama tags under which the model is found. */
  readonly aliases: readonly string[]
  readonly license: string
  /** Fields of the published config.json, as `parseModelConfig` reads them. */
  readonly config: Readonly<Record<string, unknown>>
  readonly published: PublishedSize
  /** Why the count of the parameters differs from the published total; null where it does not. */
  readonly difference: string | null
  /** Tag and size as `ollama list` prints them, where they are known. */
  readonly ollama: { readonly tag: string; readonly sizeText: string } | null
  /** Tokens that the publisher supports, which may be less than the file's positions. */
  readonly nativeContext: number
  readonly source: ModelSource
  /** Day on which the source was read, YYYY-MM-DD. */
  readonly checked: string
}

export interface PublishedSize {
  /** Exact total, null where the publisher rounds. */
  readonly parameters: number | null
  /** Total as printed, such as '14.8B'. */
  readonly parametersText: string
  /** Key of the source of the total. */
  readonly source: string
}

export interface ModelSource {
  readonly url: string
  /** Commit or release, null where none is stated. */
  readonly revision: string | null
  /** How and where the fields were read. */
  readonly read: string
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Checks one file of the model data and returns it as a `ModelRow`.
 * Units: parameters, tokens.
 * Errors: RangeError that names the row, the field, what stands there and what should.
 *
 * @example parseModelRow({ id: 'gemma-7b', name: 'Gemma 7B', … }).published.parameters //=> 8537680896
 */
export function parseModelRow(row: unknown): ModelRow {
  const fields = recordOf(row, 'Model row')
  const id = matching(fields, 'id', 'Model row', /^[a-z0-9]+([.-][a-z0-9]+)*$/, 'kebab-case')
  const where = `Model "${id}"`
  const published = recordOf(fields['published'], `${where}: published`)
  const source = recordOf(fields['source'], `${where}: source`)
  return {
    id,
    name: textOf(fields, 'name', where),
    publisher: textOf(fields, 'publisher', where),
    family: textOf(fields, 'family', where),
    aliases: textsOf(fields, 'aliases', where),
    license: textOf(fields, 'license', where),
    config: recordOf(fields['config'], `${where}: config`),
    published: {
      parameters: orNull(published, 'parameters', () => countOf(published, 'parameters', where)),
      parametersText: matching(published, 'parametersText', where, SIZE_TEXT, 'such as 14.8B'),
      source: textOf(published, 'source', where),
    },
    difference: orNull(fields, 'difference', () => textOf(fields, 'difference', where)),
    ollama: ollamaOf(fields, where),
    nativeContext: countOf(fields, 'nativeContext', where),
    source: {
      url: matching(source, 'url', where, /^https:\/\/\S+$/, 'an https address'),
      revision: orNull(source, 'revision', () => textOf(source, 'revision', where)),
      read: textOf(source, 'read', where),
    },
    checked: matching(fields, 'checked', where, /^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD'),
  }
}

const SIZE_TEXT = /^\d+(\.\d+)?[MBT]$/

function ollamaOf(fields: Fields, where: string): ModelRow['ollama'] {
  if (fields['ollama'] === undefined) return null
  const ollama = recordOf(fields['ollama'], `${where}: ollama`)
  return {
    tag: matching(ollama, 'tag', where, /^[\w.-]+:[\w.-]+$/, 'such as gemma:7b'),
    sizeText: matching(ollama, 'sizeText', where, /^\d+(\.\d+)? [MG]B$/, 'such as 5.0 GB'),
  }
}

function wrong(where: string, field: string, found: unknown, expected: string): RangeError {
  return new RangeError(`${where}: ${field} is ${JSON.stringify(found)}; expected ${expected}`)
}

function recordOf(value: unknown, where: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${where} is ${JSON.stringify(value)}; expected an object`)
  }
  return { ...value }
}

function textOf(fields: Fields, field: string, where: string): string {
  const value = fields[field]
  if (typeof value === 'string' && value.trim() !== '') return value
  throw wrong(where, field, value, 'a text that is not empty')
}

function matching(fields: Fields, field: string, where: string, form: RegExp, what: string) {
  const value = textOf(fields, field, where)
  if (!form.test(value)) throw wrong(where, field, value, what)
  return value
}

function textsOf(fields: Fields, field: string, where: string): readonly string[] {
  const value = fields[field]
  const texts: readonly unknown[] = Array.isArray(value) ? value : []
  const isTexts = texts.length > 0 && texts.every((item) => typeof item === 'string' && item !== '')
  if (!isTexts) throw wrong(where, field, value, 'a list of at least one text')
  return texts.map(String)
}

function countOf(fields: Fields, field: string, where: string): number {
  const value = fields[field]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 0) return value
  throw wrong(where, field, value, 'a whole number above 0')
}

function orNull<T>(fields: Fields, field: string, read: () => T): T | null {
  return fields[field] === null ? null : read()
}
