/* global document, PerformanceObserver -- code that runs in the page */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { embeddingModels } from '../../src/worker/models.ts'

/** Texts of one batch: sentences of about thirty tokens, none of them twice. */
const TEXTS = 16
const REPEATS = 4
/** Page and Python take turns, so that other work on the machine meets both. */
const ROUNDS = 3

const sentence = (number) =>
  `Sentence ${number} says that the key-value cache grows with every token that a model reads, and by how much depends on layers, heads and the width of each head.`

/** In the page: best speed of a few batches, and the longest task of the page meanwhile. */
const measure = async (element, { batches }) => {
  const { model } = element
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  const [first] = batches
  const readings = await model.read(first, { role: 'query' })
  let sentences = 0
  for (const texts of batches) {
    const since = performance.now()
    await model.embed(texts, { role: 'query' })
    sentences = Math.max(sentences, (1000 * texts.length) / (performance.now() - since))
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  observer.disconnect()
  return {
    sentences,
    longest,
    threads: model.threads,
    ids: readings.map(({ ids }) => [...ids]),
  }
}

/** In the page: a whole document of chunks at once, and the longest task of the page meanwhile. */
const measureMany = async (element, { texts }) => {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  await element.model.embed(texts, { role: 'passage', onProgress: () => undefined })
  const spans = await element.model.tokenSpans(texts.join(' ').repeat(20))
  await new Promise((resolve) => setTimeout(resolve, 50))
  observer.disconnect()
  return { longest, tokens: spans.length }
}

/** The same batch and file in Python, where onnxruntime is installed (PYTHON names another one). */
const python = (file, threads, ids) => {
  const { status, stdout } = spawnSync(
    process.env.PYTHON ?? 'python3',
    ['tests/bench/native/onnxruntime_embed.py', file, String(threads)],
    { encoding: 'utf8', input: JSON.stringify({ ids, rounds: REPEATS }) },
  )
  if (status !== 0) return null
  return JSON.parse(stdout.trim().split('\n').at(-1)).sentences
}

const fileOf = (id) => {
  const folder = `public/models/${id}/onnx`
  return `${folder}/${readdirSync(folder).find((file) => file.endsWith('.onnx'))}`
}

const measureModel = async (page, id) => {
  const panel = page.locator(`wb-embedder[data-id="${id}"]`)
  await panel.getByRole('button', { name: /^Load the model/ }).click()
  await page.waitForFunction(
    (wanted) =>
      document.querySelector(`wb-embedder[data-id="${wanted}"]`)?.dataset.state === 'loaded',
    id,
    { timeout: 120_000 },
  )
  const best = { page: 0, python: 0, longest: 0, threads: 1, tokens: 0 }
  let next = 0
  for (let round = 0; round < ROUNDS; round++) {
    const batches = Array.from({ length: REPEATS }, () =>
      Array.from({ length: TEXTS }, () => sentence(1000 + next++)),
    )
    const found = await panel.evaluate(measure, { batches })
    best.page = Math.max(best.page, found.sentences)
    best.longest = Math.max(best.longest, found.longest)
    best.threads = found.threads
    best.tokens = found.ids.reduce((sum, ids) => sum + ids.length, 0) / found.ids.length
    best.python = Math.max(best.python, python(fileOf(id), found.threads, found.ids) ?? 0)
  }
  const texts = Array.from({ length: 200 }, () => sentence(1000 + next++))
  const many = await panel.evaluate(measureMany, { texts })
  await panel.getByRole('button', { name: 'Give the memory back' }).click()
  return { ...best, longest: Math.max(best.longest, many.longest) }
}

/**
 * The embedders in the page: sentences a second in batches of 16 whose texts are all new, beside the
 * same file in Python with as many threads; and the longest task of the page while it embeds.
 */
export const embedding = async ({ browser, address }) => {
  const page = await browser.newPage()
  await page.goto(`${address}models/`)
  const rows = []
  for (const { id } of embeddingModels) {
    const found = await measureModel(page, id)
    rows.push(
      {
        name: `${id}, ${found.threads} thread(s), ${found.tokens.toFixed(0)} tokens`,
        value: found.page,
        unit: 'sentences/s',
      },
      {
        name: '  longest task of the page meanwhile',
        value: found.longest,
        unit: 'ms',
        most: 50,
      },
    )
    if (found.python > 0)
      rows.push(
        {
          name: '  Python onnxruntime on the same file',
          value: found.python,
          unit: 'sentences/s',
        },
        { name: '  the page against it', value: found.page / found.python, unit: 'times' },
      )
  }
  await page.close()
  return rows
}
