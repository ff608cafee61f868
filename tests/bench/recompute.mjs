/* global document, Event, requestAnimationFrame -- code that runs in the page */
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { openCalculator } from './open-calculator.mjs'

const RUNS = 400

/**
 * Two numbers: the library alone (everything the sheet shows, for another context each time), and
 * an input on the page until its effect stands in the document.
 */
export const recompute = async ({ browser, address }) => {
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundle() })
  const rows = await fetch(`${address}data/models.json`).then((answer) => answer.json())
  const gpus = await fetch(`${address}data/gpus.json`).then((answer) => answer.json())
  const library = await page.evaluate(timeLibrary, { rows, gpus, runs: RUNS })
  await page.close()
  const live = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await openCalculator(live, address)
  const input = await live.evaluate(timeInput, { runs: 100 })
  await live.close()
  return [
    { name: 'The whole sheet recomputed, median', value: library.median, unit: 'ms', most: 4 },
    { name: 'The same, 95 of 100 runs faster than', value: library.p95, unit: 'ms' },
    { name: 'An input until the page shows it, median', value: input.median, unit: 'ms', most: 16 },
  ]
}

/** The calculator's library as one script that names itself `calculator`. */
const bundle = async () => {
  const room = fileURLToPath(new URL('../../src/lib/', import.meta.url))
  const files = ['calculate', 'calculator-rows', 'memory-chart', 'remedies', 'pack-spec']
  const contents = [
    ...files.map((file) => `export * from './memory-calculator/${file}.ts'`),
    "export * from './memory-calculator/calculator-state.ts'",
    "export * from './state/decode-state.ts'",
  ].join('\n')
  const built = await build({
    stdin: { contents, resolveDir: room, loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'calculator',
    write: false,
  })
  return built.outputFiles[0].text
}

/** Runs in the page. */
function timeLibrary({ rows, gpus, runs }) {
  const lib = globalThis.calculator
  const { state } = lib.decodeState({ widget: 'w', schema: lib.calculatorSchema, hash: '' })
  const row = rows.find(({ id }) => id === state.model)
  const model = { ...row, spec: lib.unpackSpec(row.spec) }
  const data = { model, gpu: gpus.find(({ id }) => id === state.gpu), second: null }
  const once = (tokens) => {
    const changed = { ...state, tokens }
    const calculation = lib.calculate(changed, data)
    const columns = ['f16', 'q8_0', 'q4_0']
    lib.cacheRows(calculation, { rows: state.rows, columns, base: 'iec' })
    lib.memoryChart({ points: lib.memoryCurve(calculation), tokens, base: 'iec' })
    lib.remedies({ state: changed, data, calculation, gpus })
  }
  const times = Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    once(4096 + 64 * run)
    return performance.now() - start
  }).sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)], p95: times[Math.floor(runs * 0.95)] }
}

/** Runs in the page. */
async function timeInput({ runs }) {
  const field = [...document.querySelectorAll('#memory-calculator label')]
    .find((label) => label.textContent.startsWith('Context of each'))
    .parentElement.querySelector('input')
  const chosen = () => document.querySelector('#memory-calculator .chosen text').textContent
  const times = []
  for (let run = 0; run < runs; run++) {
    const tokens = 5000 + run
    const start = performance.now()
    field.value = String(tokens)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    while (!chosen().startsWith(tokens.toLocaleString('en-US'))) await Promise.resolve()
    times.push(performance.now() - start)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)] }
}
