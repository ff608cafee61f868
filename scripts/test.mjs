// npm test: every check of the project, from formatting to the browser; ends with "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import './setup.mjs'
import { findChromium } from './lib/chromium.mjs'
import { run } from './lib/run.mjs'

const chromium = findChromium()
const reports = mkdtempSync(path.join(tmpdir(), 'workbook-'))
const total = { passed: 0, failed: 0 }
const rows = []

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1)

/** Runs one step; a step without a report of its own counts as one test. */
const step = (name, command, args, { env = {}, count } = {}) => {
  console.log(`\n=== ${name}`)
  const since = Date.now()
  const status = run(command, args, env)
  const counted = count?.() ?? { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 }
  if (status !== 0 && counted.failed === 0) counted.failed = 1
  total.passed += counted.passed
  total.failed += counted.failed
  rows.push({ step: name, ...counted, seconds: seconds(since) })
  return status === 0
}

const read = (name) => {
  try {
    return JSON.parse(readFileSync(path.join(reports, name), 'utf8'))
  } catch {
    return null
  }
}
const unitCount = () => {
  const report = read('unit.json')
  return report && { passed: report.numPassedTests, failed: report.numFailedTests }
}
const browserCount = () => {
  const stats = read('browser.json')?.stats
  if (stats && stats.flaky > 0)
    console.log(`${stats.flaky} browser tests passed on the second try.`)
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}

step('formatting', 'prettier', ['--check', '--log-level', 'warn', '.'])
// Astro writes the types of the content, which the typed lint reads.
step('types of the content', 'astro', ['sync'])
step('lint', 'node', ['scripts/lint/run.mjs'])
step('types of src/lib', 'tsc', ['-p', 'tsconfig.lib.json'])
step('types of pages (astro check)', 'astro', ['check', '--minimumSeverity', 'warning'])
step('types of components (svelte-check)', 'svelte-check', [
  '--fail-on-warnings',
  '--output',
  'human',
])
step(
  'unit tests',
  'vitest',
  [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${path.join(reports, 'unit.json')}`,
  ],
  { count: unitCount },
)
const built = step('build', 'node', ['scripts/build.mjs'])
const builtUnderBase = step('build under /course/', 'node', ['scripts/build.mjs'], {
  env: { BASE_PATH: '/course/', OUT_DIR: './dist-course' },
})
if (built) step('links', 'node', ['scripts/check-links.mjs', 'dist', '/'])
if (builtUnderBase)
  step('links under /course/', 'node', ['scripts/check-links.mjs', 'dist-course', '/course/'])
if (built && builtUnderBase)
  step('browser tests', 'playwright', ['test'], {
    env: {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'browser.json'),
    },
    count: browserCount,
  })

rmSync(reports, { recursive: true, force: true })
console.log()
console.table(rows)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)
