/* global document, PerformanceObserver -- code that runs in the page */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

const MODEL = 'SmolLM2-135M-Instruct'
const FILE = `public/models/${MODEL}/onnx/model_q4.onnx`
const PROMPT = 64
const STEPS = 24
const REPEATS = 2
/** Page, Python and llama.cpp take turns, so that other work on the machine meets all three. */
const ROUNDS = 3

/** In the page: best speed of a few rounds, and the longest task of the page meanwhile. */
const measure = async (element, { prompt, steps, repeats }) => {
  const { model } = element
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  const ids = Array.from({ length: prompt }, (_, i) => 1000 + 7 * i)
  const best = { prompt: 0, decode: 0, sampled: 0 }
  const chain = [
    { name: 'temperature', temperature: 0.8 },
    { name: 'top_p', p: 0.95 },
  ]
  for (let repeat = 0; repeat < repeats; repeat++) {
    await model.nextLogits([5]) // nothing in common: the prompt is read anew
    let since = performance.now()
    await model.nextLogits(ids)
    best.prompt = Math.max(best.prompt, (1000 * prompt) / (performance.now() - since))
    for (const [name, chosen] of [
      ['decode', [{ name: 'greedy' }]],
      ['sampled', chain],
    ]) {
      since = performance.now()
      const request = { ids, steps: chosen, seed: 1, maxTokens: steps, stopTokenIds: [] }
      await model.generate(request)
      best[name] = Math.max(best[name], (1000 * steps) / (performance.now() - since))
    }
  }
  observer.disconnect()
  return { ...best, longest, threads: model.threads }
}

/** Resident memory of the tab's process in MiB, now and at its highest; Linux only. */
const tabMemory = async (browser) => {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const read = (id, field) => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8')
      return Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024
    } catch {
      return 0
    }
  }
  const tabs = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
  const most = (field) => Math.max(0, ...tabs.map((id) => read(id, field)))
  return { now: most('VmRSS'), peak: most('VmHWM') }
}

const lastLine = ({ stdout, status }) => {
  if (status !== 0) return null
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1))
  } catch {
    return null
  }
}

/** The same file in Python, where onnxruntime is installed (PYTHON names another interpreter). */
const python = (threads) =>
  lastLine(
    spawnSync(
      process.env.PYTHON ?? 'python3',
      ['tests/bench/native/onnxruntime_speed.py', FILE, String(threads)],
      { encoding: 'utf8' },
    ),
  )

/** llama.cpp on the same weights, where LLAMA_DIR holds its package and LLAMA_GGUF names the file. */
const llama = (threads) => {
  const { LLAMA_DIR, LLAMA_GGUF } = process.env
  if (LLAMA_DIR === undefined || LLAMA_GGUF === undefined) return null
  return lastLine(
    spawnSync(
      process.execPath,
      [path.resolve('tests/bench/native/llama-speed.mjs'), LLAMA_DIR, LLAMA_GGUF, String(threads)],
      { encoding: 'utf8' },
    ),
  )
}

/** Puts the larger of each number into the first; null is nothing yet. */
const keepBest = (best, found) => {
  if (best === null || found === null) return best ?? found
  for (const [key, value] of Object.entries(found)) best[key] = Math.max(best[key], value)
  return best
}

const rowsOf = (name, speed, page) =>
  speed === null
    ? []
    : [
        { name: `${name}, prompt`, value: speed.prompt, unit: 'tokens/s' },
        { name: `${name}, writing`, value: speed.decode, unit: 'tokens/s' },
        { name: `  the page against it`, value: page.decode / speed.decode, unit: 'times' },
      ]

/**
 * The language model in the page: tokens a second, memory of the tab, and the longest task of the
 * page while it writes; beside it, with as many threads, the same file in Python and llama.cpp on
 * the same weights, where they are installed.
 */
export const model = async ({ browser, address }) => {
  const page = await browser.newPage()
  await page.goto(`${address}models/`)
  const panel = page.locator(`wb-model[data-id="${MODEL}"]`)
  await panel.getByRole('button', { name: /^Load the model/ }).click()
  await page.waitForFunction(
    (id) => document.querySelector(`wb-model[data-id="${id}"]`)?.dataset.state === 'loaded',
    MODEL,
    { timeout: 120_000 },
  )
  const options = { prompt: PROMPT, steps: STEPS, repeats: REPEATS }
  const speed = { prompt: 0, decode: 0, sampled: 0, longest: 0, threads: 1 }
  const natives = { python: null, llama: null }
  for (let round = 0; round < ROUNDS; round++) {
    keepBest(speed, await panel.evaluate(measure, options))
    natives.python = keepBest(natives.python, python(speed.threads))
    natives.llama = keepBest(natives.llama, llama(speed.threads))
  }
  const memory = await tabMemory(browser)
  await page.close()
  const { threads } = speed
  return [
    {
      name: `Model in the page, ${threads} thread(s), prompt`,
      value: speed.prompt,
      unit: 'tokens/s',
    },
    { name: '  writing, most probable token', value: speed.decode, unit: 'tokens/s' },
    { name: '  writing, temperature and top-p', value: speed.sampled, unit: 'tokens/s' },
    { name: '  memory of the tab', value: memory.now, unit: 'MiB' },
    { name: '  memory of the tab, highest', value: memory.peak, unit: 'MiB' },
    { name: '  longest task of the page meanwhile', value: speed.longest, unit: 'ms', most: 50 },
    ...rowsOf('Python onnxruntime on the same file', natives.python, speed),
    ...rowsOf('llama.cpp on the same weights', natives.llama, speed),
  ]
}
