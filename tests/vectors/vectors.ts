import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One file of test vectors: what an independent library answered to each input. */
export interface VectorFile<Input, Expected> {
  readonly about: string
  readonly tolerance: string
  readonly cases: readonly { readonly input: Input; readonly expected: Expected }[]
}

/**
 * Reads `<name>.json` from the folder named by VECTORS_DIR, by default `tests/vectors/data`, and
 * prints how many cases it holds. The types are the caller's word: the file is checked only for
 * holding cases.
 *
 * @throws when the file cannot be read or has no cases
 */
export function vectorCases<Input, Expected>(name: string): VectorFile<Input, Expected> {
  const here = dirname(fileURLToPath(import.meta.url))
  const folder = process.env['VECTORS_DIR'] ?? join(here, 'data')
  const path = join(folder, `${name}.json`)
  const file = JSON.parse(readFileSync(path, 'utf8')) as VectorFile<Input, Expected>
  if (!Array.isArray(file.cases) || file.cases.length === 0) {
    throw new Error(`${path} holds no cases`)
  }
  console.log(`${name}: ${file.cases.length} cases from ${path}`)
  return file
}
