import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { CACHE_FORMATS } from '../../src/lib/cache/cache-formats.ts'
import { formulas } from '../../src/lib/formula/registry.ts'
import { inferenceMemory } from '../../src/lib/memory/inference-memory.ts'
import { maxContext } from '../../src/lib/memory/max-context.ts'
import type { Engine, InferenceSetup } from '../../src/lib/memory/setup.ts'
import { parseModelRow } from '../../src/lib/model/model-row.ts'
import { parseModelConfig } from '../../src/lib/model/parse-model-config.ts'
import { weightBytesDetailed } from '../../src/lib/weights/weight-bytes-detailed.ts'
import { weightFormats } from '../../src/lib/weights/weight-formats.ts'

const src = new URL('../../src/', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, src), 'utf8')
const filesIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, src), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}${file.replaceAll('\\', '/')}`)
    .sort()

const entries = parse(read('content/sources.yaml')) as readonly Readonly<Record<string, unknown>>[]
const keys = new Set(entries.map(({ id }) => String(id)))

/** Every value of a field, however deep, with the way to it. */
function valuesOf(value: unknown, field: string, where: string): readonly [string, string][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const path = `${where}/${name}`
    const own: readonly [string, string][] =
      name === field && typeof inner === 'string' ? [[path, inner]] : []
    return [...own, ...valuesOf(inner, field, path)]
  })
}

/** Uses whose key no source has: an empty list is what every test wants. */
const missing = (uses: readonly (readonly [string, string])[]): readonly string[] => {
  const lines = uses.filter(([, key]) => !keys.has(key)).map(([where, key]) => `${where}: "${key}"`)
  return [...new Set(lines)]
}

const engines: readonly Engine[] = ['transformers', 'llama.cpp', 'vllm']
const setup: Omit<InferenceSetup, 'engine'> = {
  weightFormat: 'bf16',
  keyFormat: 'bf16',
  valueFormat: 'bf16',
  tokens: 512,
  sequences: 1,
  gpuBytes: 80 * 2 ** 30,
}
const variants: readonly Partial<InferenceSetup>[] = [
  {},
  { flashAttention: false },
  { overheadBytes: 2 ** 30, engineRounding: false },
  { knownWeightBytes: 2 ** 30 },
]
const specs = filesIn('data/models/').map((file) => {
  const { id, config } = parseModelRow(JSON.parse(read(file)))
  return parseModelConfig(config, { id })
})

/** The working of every model, engine and kind of setup, and of every weight format. */
const workings: readonly unknown[] = [
  ...specs.flatMap((spec) =>
    engines.flatMap((engine) =>
      variants.flatMap((variant) => {
        const run = { ...setup, ...variant, engine }
        const { parts } = inferenceMemory(spec, run)
        return parts.map(({ working }) => working)
      }),
    ),
  ),
  ...specs.flatMap((spec) =>
    engines.map((engine) => {
      const run = { ...setup, engine, engineRounding: false, overheadBytes: 2 ** 30 }
      return spec.kind === 'encoder' ? [] : maxContext(spec, run).working
    }),
  ),
  ...weightFormats.map(({ id }) => {
    const spec = specs.find(({ family }) => family === 'llama')
    return spec === undefined ? [] : weightBytesDetailed(spec, id).trace
  }),
]
const traced = valuesOf(workings, 'source', 'working').map(
  ([where, key]) => [where.split('/')[0] ?? '', key] as const,
)

/** Sources of data rows that are keys: no address, no repository, no words. */
const inData = filesIn('data/')
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => valuesOf(JSON.parse(read(file)), 'source', file))
  .filter(([, source]) => /^[a-z0-9]+([.-][a-z0-9]+)*$/.test(source))

test('every id of a source is there once, in kebab case', () => {
  const ids = entries.map(({ id }) => String(id))
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(ids.filter((id) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id))).toEqual([])
})

test('every source has a title, says what was read of it, and when', () => {
  const readings = ['full', 'abstract', 'code', 'page', 'data']
  const day = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
  const wrong = entries.filter(
    (row) =>
      typeof row['title'] !== 'string' ||
      row['title'].trim() === '' ||
      !readings.includes(String(row['read'])) ||
      !day.test(String(row['checked'])),
  )
  expect(wrong.map(({ id }) => id)).toEqual([])
})

test('every formula and every cache format cites a source that is listed', () => {
  expect(missing(formulas.map(({ id, source }) => [id, source]))).toEqual([])
  const formats = Object.entries(CACHE_FORMATS)
  expect(missing(formats.map(([format, { source }]) => [format, source]))).toEqual([])
})

test('every working cites a source that is listed, or a formula of the registry', () => {
  expect(new Set(traced.map(([, key]) => key)).size).toBeGreaterThan(5)
  expect(missing(traced)).toEqual([])
  const known = new Set(formulas.map(({ id }) => id))
  const used = new Set(valuesOf(workings, 'formula', 'working').map(([, id]) => id))
  expect([...used].filter((id) => !known.has(id))).toEqual([])
})

test('every data row that names its source by a key names a source that is listed', () => {
  expect(inData.length).toBeGreaterThan(100)
  expect(missing(inData)).toEqual([])
})

test('every source is cited somewhere', () => {
  const text = ['lib/', 'components/', 'pages/', 'content/', 'data/']
    .flatMap((folder) => filesIn(folder))
    .filter((file) => /\.(ts|svelte|astro|mdx?|ya?ml|json)$/.test(file))
    .filter((file) => file !== 'content/sources.yaml' && !file.endsWith('.test.ts'))
    .map(read)
    .join('\n')
  const isCited = (key: string) =>
    new RegExp(`(?<![\\w.-])${key.replaceAll('.', '\\.')}(?![\\w-])`).test(text)
  const unused = [...keys].filter((key) => !isCited(key))
  expect(isCited('no-such-key-1999')).toBe(false)
  expect(unused).toEqual([])
})
