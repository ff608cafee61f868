/** An answer as it can be checked: its text, and what a JSON form said about it. */
export interface ReadAnswer {
  readonly text: string
  /** Citations of the JSON form; they hold for the whole answer. */
  readonly citations: readonly number[]
  /** The JSON form's "found"; null without it. */
  readonly found: boolean | null
  /** Null where no JSON was asked for; '' when it is as asked. */
  readonly problem: string | null
}

const FENCE = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/

/**
 * Reads an answer. Where a JSON object was asked for, says what is wrong with it and checks what can
 * be read of it all the same.
 *
 * @example readAnswer('{"answer": "85 °C", "citations": [1], "found": true}', true).text // '85 °C'
 */
export function readAnswer(answer: string, json: boolean): ReadAnswer {
  if (!json) return { text: answer, citations: [], found: null, problem: null }
  const fenced = FENCE.exec(answer)?.[1]
  const parsed = parse(fenced ?? answer)
  if (parsed === null) {
    return { text: answer, citations: [], found: null, problem: 'It is no JSON object.' }
  }
  const { answer: text, citations, found } = parsed
  const problems = [
    ...(fenced === undefined ? [] : ['It stands in a code fence.']),
    ...(typeof text === 'string' ? [] : ['"answer" is no text.']),
    ...(isNumbers(citations) ? [] : ['"citations" is no list of numbers.']),
    ...(typeof found === 'boolean' ? [] : ['"found" is neither true nor false.']),
    ...strayKeys(parsed).map((key) => `"${key}" was not asked for.`),
  ]
  return {
    text: typeof text === 'string' ? text : answer,
    citations: isNumbers(citations) ? citations : [],
    found: typeof found === 'boolean' ? found : null,
    problem: problems.join(' '),
  }
}

interface AnswerFields {
  readonly answer?: unknown
  readonly citations?: unknown
  readonly found?: unknown
}

function parse(text: string): AnswerFields | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((each) => Number.isInteger(each))

const strayKeys = (fields: AnswerFields): readonly string[] =>
  Object.keys(fields)
    .filter((key) => !['answer', 'citations', 'found'].includes(key))
    .map((key) => key.slice(0, 40))
