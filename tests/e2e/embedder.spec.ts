import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page, Route } from '@playwright/test'
import type { EmbeddingModel, EmbeddingRole, LanguageModel } from '../../src/worker/client.ts'
import { embeddingModels } from '../../src/worker/models.ts'
import { axeFindings, expect, test } from './fixtures.ts'

type EmbedderElement = HTMLElement & { readonly model: EmbeddingModel }
type LanguageElement = HTMLElement & { readonly model: LanguageModel }

/** One text of a references file, with its prefix where the model has any. */
interface Reference {
  readonly id: string
  readonly text: string
  readonly over_limit: boolean
  readonly ids: readonly number[]
  readonly embedding: readonly number[]
}

interface ReferencesFile {
  readonly model: string
  readonly max_tokens: number
  readonly items: readonly Reference[]
}

interface Manifest {
  readonly usage: { readonly max_length: number }
  readonly quality: {
    readonly reference_texts: {
      readonly cosine_mean_within_limit: number
      readonly cosine_min_within_limit: number
    }
  }
}

const folder = process.env['REFERENCES_DIR'] ?? 'tests/references'
const minilm = 'all-MiniLM-L6-v2'
const e5 = 'multilingual-e5-small-en-zh'

const manifestOf = (id: string) =>
  JSON.parse(readFileSync(`public/models/${id}/MANIFEST.json`, 'utf8')) as Manifest

const isReferences = (data: object, id: string): data is ReferencesFile =>
  'items' in data && 'model' in data && data.model === id

/** Every file of reference vectors of a model in the folder, however deep. */
const referencesOf = (id: string): readonly Reference[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as object)
    .flatMap((data) => (isReferences(data, id) ? data.items : []))

/**
 * The lowest cosine to the full-precision vector that a text may have. The manifest's own numbers
 * come from its own texts; the step from 1 to the worst of them may be three times as large for others.
 */
const lowestCosine = (id: string): number => {
  const { cosine_min_within_limit: within } = manifestOf(id).quality.reference_texts
  return 1 - Math.max(3 * (1 - within), 1e-5)
}

const panel = (page: Page, id: string) => page.locator(`wb-embedder[data-id="${id}"]`)
const loadButton = (page: Page, id: string) =>
  panel(page, id).getByRole('button', { name: /^Load the model/ })

const load = async (page: Page, id: string) => {
  await loadButton(page, id).click()
  await expect(panel(page, id)).toHaveAttribute('data-state', 'loaded', { timeout: 60_000 })
}

/** Embeds texts in the page and reads what goes into the model. */
const embed = (page: Page, id: string, texts: readonly string[], role: EmbeddingRole) =>
  panel(page, id).evaluate(
    async (element, asked) => {
      const { model } = element as EmbedderElement
      const embeddings = await model.embed(asked.texts, { role: asked.role })
      const readings = await model.read(asked.texts, { role: asked.role })
      return embeddings.map(({ vector, tokens, readTo }, index) => ({
        vector: [...vector],
        tokens,
        readTo,
        ids: [...(readings[index]?.ids ?? [])],
      }))
    },
    { texts: [...texts], role },
  )

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? NaN), 0)
const lengthOf = (a: readonly number[]) => Math.sqrt(dot(a, a))

test.describe.configure({ mode: 'serial', timeout: 100_000 })

test('there are references of every embedder', () => {
  for (const { id } of embeddingModels) expect(referencesOf(id).length, id).toBeGreaterThan(0)
})

for (const { id, maxTokens, dimensions, prefixes } of embeddingModels)
  test(`${id} agrees with the references, token ids and vectors`, async ({ page }) => {
    const references = referencesOf(id)
    expect(manifestOf(id).usage.max_length).toBe(maxTokens)
    await page.goto('models/')
    await load(page, id)
    const found = await embed(
      page,
      id,
      references.map(({ text }) => text),
      'bare',
    )
    const cosines = references.map(({ id: name, ids, embedding, over_limit, text }, index) => {
      const own = found[index]
      expect(own?.ids, name).toEqual(ids)
      expect(own?.vector, name).toHaveLength(dimensions)
      expect(lengthOf(own?.vector ?? []), name).toBeCloseTo(1, 5)
      expect((own?.tokens ?? 0) > maxTokens, name).toBe(over_limit)
      expect(own?.readTo === null, name).toBe(!over_limit)
      if (own?.readTo !== null) expect(own?.readTo ?? NaN, name).toBeLessThan(text.length)
      const cosine = dot(own?.vector ?? [], embedding) / lengthOf(embedding)
      expect(cosine, `${name}: ${text.slice(0, 40)}`).toBeGreaterThanOrEqual(lowestCosine(id))
      return cosine
    })
    const mean = cosines.reduce((sum, each) => sum + each, 0) / cosines.length
    const { cosine_mean_within_limit: said } = manifestOf(id).quality.reference_texts
    expect(mean).toBeGreaterThanOrEqual(1 - Math.max(2 * (1 - said), 1e-5))

    await test.step('a role puts its prefix before the trimmed text', async () => {
      const texts = ['  What is a token?\r\n', '']
      for (const role of ['query', 'passage'] as const) {
        const byRole = await embed(page, id, texts, role)
        const bare = await embed(
          page,
          id,
          texts.map((text) => `${prefixes[role]}${text.trim()}`),
          'bare',
        )
        expect(byRole).toEqual(bare)
      }
    })

    await test.step('tokens have vectors and places of their own', async () => {
      const text = '  Naïve café: 检索 👩‍💻!  '
      const tokens = await panel(page, id).evaluate(async (element, asked) => {
        const { model } = element as EmbedderElement
        const [found] = await model.embedTokens([asked], { role: 'query' })
        const spans = await model.tokenSpans(asked.trim())
        return { rows: [...(found?.rows ?? [])], spans: found?.spans ?? [], alone: spans }
      }, text)
      expect(tokens.rows).toHaveLength(dimensions * tokens.spans.length)
      expect(tokens.spans.map((span) => span.id)).toEqual(tokens.alone.map((span) => span.id))
      expect(tokens.spans).toEqual(
        tokens.alone.map(({ start, end, id: token }) => ({
          start: start + 2,
          end: end + 2,
          id: token,
        })),
      )
      for (let row = 0; row < tokens.spans.length; row++)
        expect(lengthOf(tokens.rows.slice(dimensions * row, dimensions * (row + 1)))).toBeCloseTo(
          1,
          5,
        )
    })

    await test.step('a vector does not depend on the other texts of its batch', async () => {
      const text = 'A question of a few words.'
      const long = 'words '.repeat(150)
      const [alone] = await embed(page, id, [`${text} `], 'passage')
      const among = await embed(page, id, [long, text, 'Short.'], 'passage')
      expect(dot(alone?.vector ?? [], among[1]?.vector ?? [])).toBeGreaterThan(0.999999)
    })

    await test.step('progress counts texts, "cancel" is heard, and what is done is kept', async () => {
      const heard = await panel(page, id).evaluate(async (element) => {
        const { model } = element as EmbedderElement
        const texts = Array.from({ length: 80 }, (_, n) => `Sentence ${n} says ${n * n} things.`)
        const stop = new AbortController()
        const seen: number[] = []
        const failure = await model
          .embed([...texts, ...texts], {
            role: 'passage',
            signal: stop.signal,
            onProgress: ({ done, total }) => {
              seen.push(done)
              if (done >= 40) stop.abort()
              if (total !== 160) throw new Error('wrong total')
            },
          })
          .then(
            () => 'no failure',
            (error: Error) => error.message,
          )
        let first = -1
        const all = await model.embed(texts, {
          role: 'passage',
          onProgress: ({ done }) => (first = first < 0 ? done : first),
        })
        const other = await model.embed(texts.slice(0, 1), { role: 'query' })
        return { failure, seen, first, all: all.length, other: other.length }
      })
      expect(heard.failure).toBe('Stopped, as you asked.')
      expect(heard.seen).toEqual(heard.seen.toSorted((a, b) => a - b))
      expect(heard.seen.at(-1)).toBeLessThan(160)
      expect(heard.first).toBeGreaterThanOrEqual(20)
      expect(heard.first).toBeLessThan(80)
      expect(heard).toMatchObject({ all: 80, other: 1 })
    })
  })

test('two texts are compared on the page, which says what the model cannot do with them', async ({
  page,
}) => {
  await page.goto('models/')
  const own = panel(page, minilm)
  await expect(own.getByText('It knows English only')).toBeVisible()
  await load(page, minilm)
  await own.getByLabel('First text').fill('机器学习是什么?')
  await own.getByLabel('Second text').fill('word '.repeat(300))
  await own.getByRole('button', { name: 'Compare the texts' }).click()
  await expect(own.locator('output')).toHaveText(
    /^Cosine -?0\.\d{4} \(\d+ tokens and 302 tokens\)$/,
  )
  await expect(own.locator('[data-part="limits"]')).toContainText(
    '1 of 2 texts is longer than 256 tokens, where all-MiniLM-L6-v2 stops reading.',
  )
  expect(await axeFindings(page)).toEqual([])
})

test('a load that fails half way says why in one sentence, and succeeds when repeated', async ({
  page,
}) => {
  const problem = panel(page, minilm).getByRole('alert')
  const file = 'onnx/model_quantized.onnx'
  const answers: ((route: Route) => Promise<void>)[] = []
  await page.route(`**/models/${minilm}/${file}`, (route) => {
    const answer = answers.shift()
    return answer === undefined ? route.continue() : answer(route)
  })
  const original = readFileSync(`public/models/${minilm}/${file}`)
  const damaged = Buffer.from(original)
  damaged.fill(0, 20_000_000, 20_000_100)
  await page.goto('models/')
  for (const [body, words] of [
    [original.subarray(0, 12_000_000), /model_quantized\.onnx stopped after 12\.0 MB of 24\.7 MB/],
    [damaged, /model_quantized\.onnx is not the one that the manifest names/],
  ] as const) {
    answers.push((route) => route.fulfill({ body }))
    await loadButton(page, minilm).click()
    await expect(problem).toHaveText(words, { timeout: 30_000 })
  }
  await loadButton(page, minilm).click()
  await panel(page, minilm).getByRole('button', { name: 'Stop' }).click()
  await expect(problem).toHaveText('Stopped, as you asked.')
  await load(page, minilm)
  await panel(page, minilm).getByRole('button', { name: 'Compare the texts' }).click()
  await expect(panel(page, minilm).locator('output')).toHaveText(/^Cosine 0\.\d{4}/)
  await panel(page, minilm).getByRole('button', { name: 'Give the memory back' }).click()
  await expect.poll(() => page.workers().length).toBe(0)
})

test('two models share the worker; where memory is small the second takes the place of the first', async ({
  page,
  context,
}) => {
  const small = await context.newPage()
  await page.goto('models/')
  await load(page, minilm)
  await load(page, e5)
  expect(page.workers()).toHaveLength(1)
  for (const id of [minilm, e5]) expect(await embed(page, id, ['Hello'], 'query')).toHaveLength(1)
  await panel(page, e5).getByRole('button', { name: 'Give the memory back' }).click()
  expect(await embed(page, minilm, ['Hello again'], 'query')).toHaveLength(1)

  await small.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { value: 4 }))
  await small.goto('models/')
  await load(small, minilm)
  await load(small, e5)
  expect(small.workers()).toHaveLength(1)
  const failure = await panel(small, minilm).evaluate((element) =>
    (element as EmbedderElement).model.embed(['Hello'], { role: 'query' }).then(
      () => 'no failure',
      (error: Error) => error.message,
    ),
  )
  expect(failure).toBe('The model made room for another one on this device; load it again.')
  expect(await embed(small, e5, ['Hello'], 'query')).toHaveLength(1)
  await small.close()
})

test('an embedder and the language model work side by side', async ({ page }) => {
  await page.goto('models/')
  const writer = page.locator('wb-model')
  await writer.getByRole('button', { name: /^Load the model/ }).click()
  await expect(writer).toHaveAttribute('data-state', 'loaded', { timeout: 60_000 })
  await load(page, minilm)
  const tokens = await writer.evaluate((element) =>
    (element as LanguageElement).model.tokenize('Hello there'),
  )
  expect(tokens.length).toBeGreaterThan(0)
  expect(await embed(page, minilm, ['Hello there'], 'query')).toHaveLength(1)
  expect(page.workers()).toHaveLength(1)
})

test('a text of 2 MB is tokenized and embedded without holding the page', async ({ page }) => {
  await page.goto('models/')
  await load(page, e5)
  const found = await panel(page, e5).evaluate(async (element) => {
    const { model } = element as EmbedderElement
    const line = 'It is one line, 它没有换行, and goes on. '.repeat(60_000).slice(0, 2_000_000)
    let longest = 0
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    })
    observer.observe({ type: 'longtask' })
    const spans = await model.tokenSpans(line)
    const [embedding] = await model.embed([line], { role: 'passage' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    observer.disconnect()
    return {
      covered: spans.every(({ start, end }, index) => {
        const next = spans[index + 1]?.start ?? line.length
        return start <= end && end <= line.length && line.slice(end, next).trim() === ''
      }),
      count: spans.length,
      tokens: embedding?.tokens ?? 0,
      readTo: embedding?.readTo ?? 0,
      longest,
    }
  })
  expect(found.covered).toBe(true)
  expect(found.count).toBeGreaterThan(500_000)
  expect(found.tokens).toBeGreaterThan(500_000)
  expect(found.readTo).toBeGreaterThan(500)
  expect(found.readTo).toBeLessThan(3000)
  expect(found.longest).toBeLessThan(150)
})

test('an embedder works under a base path @base', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('models/')
  const base = new URL(page.url()).pathname.replace(/models\/$/, '')
  await load(page, minilm)
  await panel(page, minilm).getByRole('button', { name: 'Compare the texts' }).click()
  await expect(panel(page, minilm).locator('output')).toHaveText(/^Cosine 0\.\d{4}/)
  expect(asked.filter((each) => !each.startsWith(base))).toEqual([])
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('an embedder that was loaded once runs again', async ({ page, context }) => {
    await page.goto('models/')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), {
        timeout: 20_000,
      })
      .toBe(true)
    await page.reload()
    await load(page, e5)
    await context.setOffline(true)
    await page.reload()
    await load(page, e5)
    await panel(page, e5).getByRole('button', { name: 'Compare the texts' }).click()
    await expect(panel(page, e5).locator('output')).toHaveText(/^Cosine 0\.\d{4}/)
  })
})
