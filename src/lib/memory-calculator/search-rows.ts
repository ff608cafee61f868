/** One row of a list that can be searched. */
export interface SearchRow {
  readonly id: string
  readonly name: string
  /** A short remark beside the name, such as a size. */
  readonly detail: string
  /** Other words that find it. */
  readonly words: readonly string[]
}

const MOST_ROWS = 60

/**
 * Finds the rows that hold every word of a query, in any order and however they are spaced:
 * "4090", "rtx4090" and "RTX 4090" find the same card. Where nothing is found, the query is taken
 * for the name of a repository: its publisher and words such as "Instruct" are left out. Names that
 * begin with the query come first, else the list's own order holds.
 *
 * @example searchRows([{ id: 'a', name: 'RTX 4090', detail: '', words: [] }], 'rtx4090').length //=> 1
 */
export function searchRows(rows: readonly SearchRow[], query: string): readonly SearchRow[] {
  const found = holding(rows, query)
  return found.length > 0 ? found : holding(rows, plainName(query))
}

function holding(rows: readonly SearchRow[], query: string): readonly SearchRow[] {
  const wanted = query.toLowerCase().split(/\s+/).map(squeeze).filter(Boolean)
  if (wanted.length === 0) return rows.slice(0, MOST_ROWS)
  const whole = squeeze(query)
  const found = rows.filter((row) => {
    const text = squeeze([row.id, row.name, ...row.words].join(' '))
    return text.includes(whole) || wanted.every((word) => text.includes(word))
  })
  const rank = (row: SearchRow) => {
    const name = squeeze(row.name)
    return name === whole ? 0 : name.startsWith(whole) ? 1 : name.includes(whole) ? 2 : 3
  }
  return [...found].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_ROWS)
}

/** Words in the names of repositories that say how a model was tuned or packed, not which it is. */
const ASIDE =
  /^(meta|instruct|it|chat|hf|base|pt|gguf|awq|gptq|int4|int8|fp8|bnb|4bit|8bit|bf16|fp16|i?q\d\w*)$/

/** The model that a repository's name is about: without its publisher, its tuning and its packing. */
function plainName(query: string): string {
  const name = query.trim().replace(/\/+$/, '').split('/').at(-1) ?? ''
  return name
    .split(/[\s_:-]+/)
    .filter((word) => !ASIDE.test(word.toLowerCase()))
    .join(' ')
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '')
