import path from 'node:path'
import { ESLint } from 'eslint'
import { expect, test } from 'vitest'
import { checkData as plainCheckData } from '../../scripts/lint/check-data.mjs'

interface Problem {
  readonly file: string
  readonly rule: string
  readonly message: string
}
/** The scripts are plain JavaScript: this is the shape that they promise. */
const checkData = plainCheckData as (folder: string) => {
  readonly checked: number
  readonly problems: readonly Problem[]
}

const root = path.resolve(import.meta.dirname, '../..')
const fixtures = path.join(root, 'tests/fixtures/lint')
const eslint = new ESLint({ cwd: root, ignore: false })

/** What lint finds in one fixture: "line rule", in order. */
const lint = async (file: string): Promise<readonly string[]> => {
  const results = await eslint.lintFiles([path.join(fixtures, file)])
  expect(results, file).toHaveLength(1)
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId }) => `${line} ${ruleId ?? 'syntax'}`),
  )
}

const messages = async (file: string): Promise<string> => {
  const results = await eslint.lintFiles([path.join(fixtures, file)])
  return results.flatMap((result) => result.messages.map(({ message }) => message)).join('\n')
}

const layers = 'workbook/layers'
const noAny = '@typescript-eslint/no-explicit-any'
const arithmetic = 'workbook/no-component-arithmetic'

const findings: Readonly<Record<string, readonly string[]>> = {
  'layers/src/lib/good.ts': [],
  'layers/src/lib/good-own-name.ts': [],
  'layers/src/lib/good.test.ts': [],
  'layers/src/lib/bad-component.ts': [`1 ${layers}`],
  'layers/src/lib/bad-data.ts': [`1 ${layers}`],
  'layers/src/lib/bad-node.ts': [`1 ${layers}`],
  'layers/src/lib/bad-package.ts': [`1 ${layers}`],
  'layers/src/lib/bad-outside.ts': [`1 ${layers}`],
  'layers/src/lib/bad-dynamic.ts': [`1 ${layers}`],
  'layers/src/lib/bad-fixture.ts': [`1 ${layers}`],
  'layers/src/lib/bad-global.ts': [`1 ${layers}`],
  'layers/src/lib/bad-global-this.ts': [`1 ${layers}`],
  'layers/src/lib/bad.test.ts': [`1 ${layers}`],
  'layers/src/worker/good.ts': [],
  'layers/src/worker/bad.ts': [`1 ${layers}`],
  'layers/src/components/good.ts': [],
  'layers/src/components/bad.ts': [`1 ${layers}`],
  'layers/src/components/Good.svelte': [],
  'layers/src/components/Bad.svelte': [`2 ${layers}`],
  'layers/src/components/Good.astro': [],
  'layers/src/components/Bad.astro': [`2 ${layers}`],
  'layers/src/components/BadScript.astro': [`3 ${layers}`],
  'layers/src/content/good.mdx': [],
  'any/good.ts': [],
  'any/bad.ts': [`1 ${noAny}`],
  'any/Good.svelte': [],
  'any/Bad.svelte': [`2 ${noAny}`],
  'any/Good.astro': [],
  'any/Bad.astro': [`3 ${noAny}`],
  'no-component-arithmetic/src/components/good.ts': [],
  'no-component-arithmetic/src/components/bad.ts': [1, 2, 3, 4, 7, 12].map(
    (line) => `${line} ${arithmetic}`,
  ),
  'no-component-arithmetic/src/components/Good.svelte': [],
  'no-component-arithmetic/src/components/Bad.svelte': [3, 6, 7].map(
    (line) => `${line} ${arithmetic}`,
  ),
  'no-component-arithmetic/src/components/Good.astro': [],
  'no-component-arithmetic/src/components/Bad.astro': [7, 10, 13, 18].map(
    (line) => `${line} ${arithmetic}`,
  ),
  'no-component-arithmetic/src/pages/Good.astro': [],
  'no-component-arithmetic/src/pages/Bad.astro': [`7 ${arithmetic}`],
  'no-component-arithmetic/src/content/good.mdx': [],
  'no-component-arithmetic/src/content/bad.mdx': [5, 7, 9, 10].map(
    (line) => `${line} ${arithmetic}`,
  ),
}

test.each(Object.entries(findings))(
  'lint finds what is wrong in %s, and nothing else',
  async (file, expected) => {
    expect(await lint(file)).toEqual(expected)
  },
  60_000, // The first one reads the types of the whole project.
)

test('a message says what was found, what is allowed, and what to do', async () => {
  const layer = await messages('layers/src/lib/bad-data.ts')
  expect(layer).toContain('src/lib imports "../data/rows.json" of src/data.')
  expect(layer).toContain('may import only')
  expect(layer).toContain('take it as an argument')
  const computing = await messages('no-component-arithmetic/src/components/bad.ts')
  expect(computing).toContain('"bytes * count" computes in src/components.')
  expect(computing).toContain('Only steps over index values are allowed')
  expect(computing).toContain('Move the computation into a function of src/lib')
  expect(computing).toContain('Use a template literal')
})

test('data rows without a source, and models and GPUs without a day, are named', () => {
  const { checked, problems } = checkData(path.join(fixtures, 'sourced-data/bad'))
  expect(checked).toBe(4)
  expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['workbook/sourced-data']))
  const short = problems.map(
    ({ file, message }) => `${path.basename(file)} ${message.split('. ')[0] ?? ''}`,
  )
  expect(short).toEqual([
    'gpus.json Row no-source has no "source"',
    'gpus.json Row no-day has no "checked" day',
    'gpus.json Row wrong-day has no "checked" day: "yesterday" is not YYYY-MM-DD',
    'model.json Row model has no "source"',
    'recorded.json Row unnamed has no "source"',
    'rows.json Row row has no "source"',
  ])
})

test('data rows with a source pass, recorded ones with the checksum of their model, and presets need none', () => {
  expect(checkData(path.join(fixtures, 'sourced-data/good'))).toEqual({ checked: 4, problems: [] })
})

test('the fixtures are no part of the normal lint run', async () => {
  const normal = new ESLint({ cwd: root })
  expect(await normal.isPathIgnored(path.join(fixtures, 'any/bad.ts'))).toBe(true)
  expect(await normal.isPathIgnored(path.join(root, 'src/content.config.ts'))).toBe(false)
})
