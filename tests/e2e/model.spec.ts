import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import type { Page, Route } from '@playwright/test'
import type { LanguageModel } from '../../src/worker/client.ts'
import { axeFindings, expect, test } from './fixtures.ts'

type ModelElement = HTMLElement & { readonly model: LanguageModel }

/** The one entry of a references file that the page needs. */
interface Reference {
  readonly kind: string
  readonly prompt: string
  readonly ids: readonly number[]
  /** Rows of token id, text, log-probability in nats, bytes in hex. */
  readonly top: readonly (readonly [number, string, number, string])[]
  readonly greedy?: { readonly ids: readonly number[]; readonly smallest_margin_nats: number }
}

const folder = process.env['REFERENCES_DIR'] ?? 'tests/references'
const model = 'SmolLM2-135M-Instruct'
/** The built site that the tests' server serves. */
const site = process.env['SITE_DIR'] ?? 'dist'

/** Every file of next-token references of this model in the folder, however deep. */
const referenceFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => path.join(folder, file))
  .map((file) => ({ file, data: JSON.parse(readFileSync(file, 'utf8')) as object }))
  .flatMap(({ file, data }) =>
    'prompts' in data && 'model' in data && String(data.model).startsWith(model)
      ? [{ file, prompts: data.prompts as readonly Reference[] }]
      : [],
  )

const panel = (page: Page) => page.locator(`wb-model[data-id="${model}"]`)
const loadButton = (page: Page) => panel(page).getByRole('button', { name: /^Load the model/ })

const load = async (page: Page) => {
  await loadButton(page).click()
  await expect(panel(page)).toHaveAttribute('data-state', 'loaded', { timeout: 90_000 })
}

/** Compares a reference with the model in the page. */
const compare = (page: Page, reference: Reference) =>
  panel(page).evaluate(async (element, { prompt, ids, top, greedy }) => {
    const { model } = element as ModelElement
    const tokens = await model.tokenize(prompt)
    const logits = await model.nextLogits(ids)
    const largest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity)
    const logSumExp =
      largest + Math.log(logits.reduce((sum, logit) => sum + Math.exp(logit - largest), 0))
    const logProbability = (id: number) => (logits[id] ?? NaN) - logSumExp
    const shown = await model.tokens(top.map(([id]) => id))
    const steps =
      greedy === undefined
        ? []
        : await model.generate({
            ids,
            steps: [{ name: 'greedy' }],
            seed: 1,
            maxTokens: greedy.ids.length,
            stopTokenIds: [],
          })
    return {
      ids: tokens.map(({ id }) => id),
      best: logits.indexOf(largest),
      // Terms of KL(reference || page) over the tokens that the reference lists.
      kl: top.reduce((sum, [id, , was]) => sum + Math.exp(was) * (was - logProbability(id)), 0),
      worst: Math.max(...top.map(([id, , was]) => Math.abs(was - logProbability(id)))),
      hex: shown.map(({ bytes }) =>
        bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(''),
      ),
      greedy: steps.map(({ token }) => token.id),
    }
  }, reference)

// The longest loads the model twice, which took longer than 100 s on two cores with a load of 15.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

test('the model loads with progress, agrees with the references, streams and repeats itself', async ({
  page,
}) => {
  await page.goto('models/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await loadButton(page).click()
  const bar = panel(page).locator('progress')
  await expect(bar).toBeVisible()
  const most = () => bar.evaluate((each: HTMLProgressElement) => each.max)
  await expect.poll(most).toBeGreaterThan(98e6)
  await expect(panel(page)).toHaveAttribute('data-state', 'loaded', { timeout: 60_000 })
  expect(await bar.evaluate((each: HTMLProgressElement) => each.value === each.max)).toBe(true)

  await test.step('agrees with every references file', async () => {
    expect(referenceFiles.length).toBeGreaterThan(0)
    for (const reference of referenceFiles.flatMap(({ prompts }) => prompts)) {
      const found = await compare(page, reference)
      expect(found.ids, reference.kind).toEqual(reference.ids)
      expect(found.best, reference.kind).toBe(reference.top[0]?.[0])
      expect(found.worst, reference.kind).toBeLessThan(1e-3)
      expect(Math.abs(found.kl), reference.kind).toBeLessThan(1e-4)
      expect(found.hex, reference.kind).toEqual(reference.top.map(([, , , hex]) => hex))
      if (reference.greedy !== undefined && reference.greedy.smallest_margin_nats > 1e-3)
        expect(found.greedy, reference.kind).toEqual(reference.greedy.ids)
    }
  })

  await test.step('forcing, rewinding and branching agree with reading from scratch', async () => {
    const worst = await panel(page).evaluate(async (element) => {
      const { model } = element as ModelElement
      const ids = (await model.tokenize('The quick brown fox jumps over the lazy dog.')).map(
        ({ id }) => id,
      )
      const other = (await model.tokenize('Nothing in common')).map(({ id }) => id)
      const texts = [
        ids,
        [...ids, 253], // one more
        [...ids, 253, 1805, 4166], // three more
        [...ids.slice(0, 4), 260], // rewound and forced
        ids.slice(0, 4), // rewound
        [...ids.slice(0, 4), 260, 6644], // on from there
      ]
      const difference = (a: Float64Array, b: Float64Array) =>
        a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? NaN))), 0)
      const reused: Float64Array[] = []
      for (const text of texts) reused.push(await model.nextLogits(text))
      let most = 0
      for (const [index, text] of texts.entries()) {
        await model.nextLogits(other)
        const fresh = await model.nextLogits(text)
        most = Math.max(most, difference(fresh, reused[index] ?? fresh))
      }
      return most
    })
    expect(worst).toBeLessThan(1e-3)
  })

  await test.step('the same seed gives the same text, another seed another', async () => {
    const texts = await panel(page).evaluate(async (element) => {
      const { model } = element as ModelElement
      const ids = (await model.tokenize('He said that the')).map(({ id }) => id)
      const write = async (seed: number) => {
        const steps = await model.generate({
          ids,
          steps: [{ name: 'temperature', temperature: 1 }],
          seed,
          maxTokens: 12,
          stopTokenIds: [],
        })
        return steps.map(({ token }) => token.text).join('')
      }
      return [await write(7), await write(7), await write(8)]
    })
    expect(texts[0]).toBe(texts[1])
    expect(texts[0]).not.toBe(texts[2])
  })

  await test.step('a prompt streams and can be stopped', async () => {
    await panel(page).getByLabel('Prompt').fill('The Hubble Space')
    await panel(page).getByRole('button', { name: 'Continue the text' }).click()
    await expect(panel(page).locator('output')).toContainText('Telescope', { timeout: 20_000 })
    await panel(page).getByRole('button', { name: 'Stop' }).click()
    await expect(panel(page).getByRole('alert')).toHaveText('Stopped, as you asked.')
    await expect(panel(page)).toHaveAttribute('data-state', 'loaded')
    expect(await axeFindings(page)).toEqual([])
  })

  await test.step('bad input gives one sentence each, and the model stays', async () => {
    const fail = (text: string) =>
      panel(page).evaluate(async (element, prompt) => {
        const { model } = element as ModelElement
        const ids = (await model.tokenize(prompt)).map(({ id }) => id)
        return model.nextLogits(ids).then(
          () => 'no failure',
          (error: Error) => error.message,
        )
      }, text)
    expect(await fail('')).toMatch(/^The prompt is empty/)
    expect(await fail('🙂'.repeat(25_000))).toMatch(/reads at most 8,192; shorten it\.$/)
    expect(await fail('word '.repeat(9_000))).toMatch(/reads at most 8,192; shorten it\.$/)
    await panel(page).getByLabel('Prompt').fill('')
    await panel(page).getByRole('button', { name: 'Continue the text' }).click()
    await expect(panel(page).getByRole('alert')).toHaveText(/^The prompt is empty/)
    await expect(panel(page)).toHaveAttribute('data-state', 'loaded')
  })

  await test.step('a worker that ends is noticed, and the model loads again', async () => {
    const [worker] = page.workers()
    expect(worker).toBeDefined()
    await worker?.evaluate(() => self.close())
    await panel(page).getByLabel('Prompt').fill('The Hubble Space')
    await panel(page).getByRole('button', { name: 'Continue the text' }).click()
    await expect(panel(page).getByRole('alert')).toHaveText(/ended the model’s worker/)
    await load(page)
  })
})

test('a load that fails says why in one sentence, keeps nothing wrong, and succeeds when repeated', async ({
  page,
}) => {
  const problem = panel(page).getByRole('alert')
  type Answer = (route: Route) => Promise<void>
  const answers = new Map<string, Answer>()
  const asked: string[] = []
  await page.route(`**/models/${model}/**`, (route) => {
    const file = new URL(route.request().url()).pathname.split(`/${model}/`)[1] ?? ''
    asked.push(file)
    return answers.get(file)?.(route) ?? route.continue()
  })
  const failWith = async (file: string, answer: Answer, words: RegExp) => {
    answers.set(file, answer)
    await loadButton(page).click()
    await expect(problem).toHaveText(words, { timeout: 30_000 })
    await expect(loadButton(page)).toBeVisible()
    answers.clear()
  }
  const send =
    (answer: Parameters<Route['fulfill']>[0]): Answer =>
    (route) =>
      route.fulfill(answer)
  const original = (file: string) => readFileSync(`public/models/${model}/${file}`)
  const html = send({ contentType: 'text/html', body: '<!doctype html><p>Welcome</p>' })
  await page.goto('models/')
  await failWith('MANIFEST.json', html, /MANIFEST\.json is not on this site/)
  await failWith(
    'config.json',
    html,
    /config\.json is not on this site \(the server answered with a web page\)/,
  )
  await failWith(
    'generation_config.json',
    send({ body: original('generation_config.json').toString().replace('1', '3') }),
    /generation_config\.json is not the one that the manifest names/,
  )
  asked.length = 0
  const cut: Answer = (route) => route.abort()
  await failWith('onnx/model_q4.onnx_data_1', cut, /onnx_data_1 could not be fetched/)
  await failWith(
    'tokenizer.json',
    send({ body: original('tokenizer.json').subarray(0, 700_000) }),
    /tokenizer\.json stopped after 0\.7 MB of 1\.6 MB/,
  )

  await loadButton(page).click()
  await panel(page).getByRole('button', { name: 'Stop' }).click()
  await expect(problem).toHaveText('Stopped, as you asked.')
  await load(page)
  const times = (file: string) => asked.filter((each) => each === file).length
  expect(times('config.json')).toBe(0) // kept since the failures above
  expect(times('onnx/model_q4.onnx_data')).toBe(1) // kept since the last one
  await panel(page).getByRole('button', { name: 'Give the memory back' }).click()
  await expect.poll(() => page.workers().length).toBe(0)
})

test('a browser without room runs the model and says that it keeps nothing', async ({ page }) => {
  await page.goto('models/')
  const session = await page.context().newCDPSession(page)
  await session.send('Storage.overrideQuotaForOrigin', {
    origin: new URL(page.url()).origin,
    quotaSize: 5e6,
  })
  await load(page)
  await expect(
    panel(page).getByText(/has no room to keep its 99 MB, so the next visit/),
  ).toBeVisible()
})

test('the model loads and answers under a base path @base', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('models/')
  const base = new URL(page.url()).pathname.replace(/models\/$/, '')
  await load(page)
  await panel(page).getByRole('textbox', { name: 'Prompt' }).fill('The Hubble Space')
  await panel(page).getByRole('button', { name: 'Continue the text' }).click()
  await expect(panel(page).locator('output')).toContainText('Telescope', { timeout: 20_000 })
  expect(asked.filter((path) => !path.startsWith(base))).toEqual([])
  expect(asked.filter((path) => path.endsWith('.wasm'))).toHaveLength(1)
})

/** Makes the page, not its worker, believe in a graphics processor. */
const pretendGpu = (page: Page) =>
  page.addInitScript(() => {
    const requestAdapter = () => Promise.resolve({ info: { isFallbackAdapter: false } })
    Object.defineProperty(navigator, 'gpu', { value: { requestAdapter } })
  })

const gpuBox = (page: Page) =>
  panel(page).getByRole('checkbox', { name: /^On the graphics processor/ })

test('WebGPU that fails gives way to WebAssembly with a sentence', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await pretendGpu(page)
  await page.goto('models/')
  await gpuBox(page).check()
  await load(page)
  await expect(panel(page).getByText(/^WebGPU did not work for this model/)).toBeVisible()
  await expect(gpuBox(page)).toBeHidden()
  const runtimes = asked
    .filter((path) => path.endsWith('.wasm'))
    .map((path) => path.includes('.asyncify.'))
  expect(runtimes).toEqual([true, false])
  await panel(page).getByRole('textbox', { name: 'Prompt' }).fill('The Hubble Space')
  await panel(page).getByRole('button', { name: 'Continue the text' }).click()
  await expect(panel(page).locator('output')).toContainText('Telescope', { timeout: 20_000 })
})

test('WebGPU is not offered without a graphics processor', async ({ page }) => {
  await page.goto('models/')
  await expect(loadButton(page)).toBeVisible()
  await page.waitForTimeout(500)
  await expect(gpuBox(page)).toBeHidden()
})

test('the model agrees with its recorded run on WebGPU, imitated in software', async ({
  playwright,
  baseURL,
}) => {
  test.skip(process.env['WEBGPU'] !== 'software', 'takes minutes; WEBGPU=software runs it')
  test.setTimeout(600_000)
  const executablePath = process.env['CHROMIUM_PATH']
  const browser = await playwright.chromium.launch({
    args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'],
    ...(executablePath === undefined ? {} : { executablePath }),
  })
  const page = await browser.newPage()
  await pretendGpu(page)
  await page.goto(`${baseURL}models/`)
  await gpuBox(page).check()
  await loadButton(page).click()
  await expect(panel(page)).toHaveAttribute('data-state', 'loaded', { timeout: 400_000 })
  await expect(panel(page).getByText('Loaded.', { exact: true })).toBeVisible()
  await browser.close()
})

test('a browser without WebAssembly is told so', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
  await page.goto('models/')
  await loadButton(page).click()
  await expect(panel(page).getByRole('alert')).toHaveText(/^This browser does not run WebAssembly/)
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('visited pages and the loaded model work offline, until they are cleared', async ({
    page,
    context,
    baseURL,
  }) => {
    const foreign: string[] = []
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin)
        foreign.push(request.url())
    })
    const kept = () =>
      page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.includes(' pages '))
        const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
        return lists.flat().map(({ url }) => new URL(url).pathname)
      })
    await page.goto('models/')
    await expect.poll(kept, { timeout: 20_000 }).toContain(new URL(page.url()).pathname)
    await page.goto('inference-memory/')
    await expect.poll(kept, { timeout: 20_000 }).toContain(new URL(page.url()).pathname)
    await page.goto('models/')
    await load(page)

    await context.setOffline(true)
    await page.reload()
    await load(page)
    await panel(page).getByLabel('Prompt').fill('The Hubble Space')
    await panel(page).getByRole('button', { name: 'Continue the text' }).click()
    await expect(panel(page).locator('output')).toContainText('Telescope', { timeout: 20_000 })
    await page.goto('inference-memory/')
    await expect(page.getByRole('region', { name: 'Memory calculator' })).toBeVisible()

    await context.setOffline(false)
    await page.goto('my-setup/')
    await expect(
      page.getByText(/keeps \d+ visited pages and SmolLM2-135M-Instruct \(113 MB\)/),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Clear stored pages and models' }).click()
    await expect(page.getByText(/^Cleared\./)).toBeVisible()
    expect(await page.evaluate(() => caches.keys())).toEqual([])
    expect(foreign).toEqual([])
  })

  test('a new build takes the place of the old one whole, visited pages and all', async ({
    context,
  }) => {
    const page = await context.newPage() // its server is none of the site's, so not the watched page
    const next = 'f'.repeat(16)
    let isNext = false
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const file = path.join(site, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
      if (!existsSync(file)) {
        response.writeHead(404).end()
        return
      }
      const type: Readonly<Record<string, string>> = {
        '.html': 'text/html',
        '.js': 'text/javascript',
        '.css': 'text/css',
      }
      response.setHeader('Content-Type', type[path.extname(file)] ?? 'text/plain')
      const body = readFileSync(file)
      const text = /\.html$|sw\.js$/.test(file) && isNext
      response.end(text ? body.toString().replaceAll(build, next) : body)
    }).listen(0, '127.0.0.1')
    const build = /"build":"(\w+)"/.exec(readFileSync(path.join(site, 'sw.js'), 'utf8'))?.[1] ?? ''
    expect(build).toMatch(/^\w{16}$/)
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const home = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
    const keptBy = (id: string) =>
      page.evaluate(async (wanted) => {
        const name = (await caches.keys()).find((each) => each.endsWith(` pages ${wanted}`))
        const keys = name === undefined ? [] : await (await caches.open(name)).keys()
        return keys.map(({ url }) => new URL(url).pathname)
      }, id)

    await page.goto(`${home}glossary/`)
    await expect.poll(() => keptBy(build), { timeout: 20_000 }).toContain('/glossary/')
    isNext = true
    await page.goto(`${home}models/`)
    await expect.poll(() => keptBy(next), { timeout: 20_000 }).toContain('/glossary/')
    expect(await keptBy(build)).not.toContain('/models/') // the new page never got into the old build
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state))
      .toBe('activated')
    await page.reload()
    await expect.poll(() => keptBy(next), { timeout: 20_000 }).toContain('/models/')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await context.setOffline(true)
    await page.goto(`${home}glossary/`)
    await expect(page.locator('meta[name="build"]')).toHaveAttribute('content', next)
  })
})
