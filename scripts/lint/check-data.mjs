// workbook/sourced-data: every row of src/data names its source, and models and GPUs the day it was read.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const rule = 'workbook/sourced-data'
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value) => typeof value === 'string' && value.trim() !== ''
const isDay = (value) => /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)

/** A source is a text (an address, a key, a repository with its path) or an object with a url. */
const hasSource = ({ source }) =>
  isText(source) ||
  (isObject(source) && isText(source.url)) ||
  (Array.isArray(source) && source.length > 0 && source.every((one) => hasSource({ source: one })))

/** What the project's own scripts record comes from a model's files, which its checksum names. */
const RECORDED = /(^|\/)(runs|vectors|figures|sweeps|rerank|answers|production)\//
const isRecorded = (file, row) =>
  RECORDED.test(file) && isText(row.modelChecksum) && /^[0-9a-f]{64}$/.test(row.modelChecksum)

const rowsOf = (data) =>
  Array.isArray(data) ? data : Array.isArray(data.rows) ? data.rows : isObject(data) ? [data] : []

/** Presets name settings, and book.json names the book: they are choices, not facts. */
const isFact = (file) => !/(^|\/)(presets\/|book\.json$)/.test(file)
const needsDay = (file) => /(^|\/)(models\/[^/]+|gpus)\.json$/.test(file)

const problemsOf = (row, name, file) => {
  if (!isObject(row))
    return [`Row ${name} is not an object. A data row is an object with a "source".`]
  const problems = []
  if (!hasSource(row) && !isRecorded(file, row))
    problems.push(
      `Row ${name} has no "source". A row of src/data may hold only published figures: name where each was read, as a text or as { "url": … }, or remove the row.`,
    )
  if (needsDay(file) && !isDay(row.checked))
    problems.push(
      `Row ${name} has no "checked" day${row.checked === undefined ? '' : `: ${JSON.stringify(row.checked)} is not YYYY-MM-DD`}. Models and GPUs change: add the day on which the source was read.`,
    )
  return problems
}

/**
 * Checks every JSON file of a data folder.
 * @returns {{ checked: number, problems: { file: string, rule: string, message: string }[] }}
 */
export const checkData = (folder) => {
  const files = readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.json'))
  const facts = files.filter(isFact).sort()
  const problems = facts.flatMap((file) => {
    const report = (message) => ({ file: path.join(folder, file), rule, message })
    try {
      return rowsOf(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).flatMap(
        (row, index) => problemsOf(row, row?.id ?? index + 1, file).map(report),
      )
    } catch (error) {
      return [report(`Not JSON: ${error.message}. Correct the file.`)]
    }
  })
  return { checked: facts.length, problems }
}
