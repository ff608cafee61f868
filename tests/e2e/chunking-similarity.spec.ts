import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { longestTask } from './main-thread'
import { widgetPage } from './widget-page'

const lab = widgetPage('chunking-lab', 'Chunking lab')
const link = (state: Readonly<Record<string, string>>) => lab.link({ view: 'similarity', ...state })

/** Opens the lab at the similarity view, waits until it is there, and returns it with its lab. */
const open = async (page: Page, state: Readonly<Record<string, string>> = {}) => {
  const widget = await lab.open(page, link(state))
  const view = widget.getByRole('region', { name: 'Similarity of the chunks' })
  await expect(view).toBeVisible()
  return { widget, view }
}

const heat = (view: Locator) => view.getByRole('img', { name: 'Cosine of every chunk' })
const map = (view: Locator) => view.getByRole('img', { name: 'Chunks as points' })
const cells = (view: Locator) => view.getByRole('application', { name: 'Cells of the heat map' })
const points = (view: Locator) => view.getByRole('application', { name: 'Points of the map' })
const ranks = (view: Locator) => view.getByRole('region', { name: 'Chunks by cosine' })
const questions = (view: Locator) => view.getByLabel('Questions of this text')
const text = (widget: Locator) =>
  widget.getByRole('region', { name: 'The text, painted with its chunks' })

/** Fails when the page fetches a file of a model. */
const noModel = (page: Page) => {
  const fetched: string[] = []
  page.on('request', (request) => {
    if (/\/models\/.+\.(onnx|bin|safetensors)/.test(request.url())) fetched.push(request.url())
  })
  return fetched
}

test('recorded vectors give pictures without a download @base', async ({ page }) => {
  const fetched = noModel(page)
  const { view } = await open(page)
  await expect(view).toContainText('These are vectors of all-MiniLM-L6-v2, recorded')
  await expect(heat(view)).toBeVisible()
  await expect(map(view)).toBeVisible()
  await expect(view).toContainText(/These two directions hold \d+ % of the variance/)
  await expect(view).toContainText(/Of the \d nearest points in it, [\d.]+ on average are among/)
  await expect(view).toContainText(/Trustworthiness 0\.\d\d, continuity 0\.\d\d/)
  expect(fetched).toEqual([])
})

test('a question of the text ranks the chunks, marks the answer and travels in the link', async ({
  page,
}) => {
  const { widget, view } = await open(page)
  await questions(view).selectOption({ label: 'What does error code E-41 mean?' })
  await expect(view.getByLabel('Question', { exact: true })).toHaveValue(/E-41/)
  await expect(view).toContainText(/Best: chunk \d+, cosine 0\.\d\d/)
  await expect(view).toContainText(/The first chunk with the answer stands at rank \d+ of \d+/)
  await expect(ranks(view).getByRole('row')).toHaveCount(6)
  await expect(page).toHaveURL(/chunking-lab\.query=What/)
  const button = ranks(view).getByRole('button').first()
  const name = (await button.getAttribute('aria-label')) ?? ''
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(text(widget).getByRole('button', { name, exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(heat(view).locator('[data-chosen]')).toHaveAttribute(
    'data-chosen',
    String(Number(name.replace(/\D/g, '')) - 1),
  )
  await view.getByLabel('Chunks retrieved').fill('3')
  await expect(ranks(view).getByRole('row')).toHaveCount(4)
  await view.getByRole('button', { name: /^Show \d+ more/ }).click()
  await expect(view.getByText('holds the answer').first()).toBeVisible()
  await expect.poll(() => ranks(view).getByRole('row').count()).toBeGreaterThan(12)
  await view.getByRole('button', { name: 'Take the question away' }).click()
  await expect(ranks(view)).toHaveCount(0)
})

test('a question without a vector says what it waits for, and keeps its words', async ({
  page,
}) => {
  const { view } = await open(page)
  const box = view.getByLabel('Question', { exact: true })
  await box.fill('Is there a <b>handle</b>?')
  await box.press('Enter')
  await expect(view).toContainText('This question has no recorded vector')
  await expect(view.getByRole('button', { name: /^Start all-MiniLM-L6-v2: 39 MB/ })).toBeVisible()
  await expect(box).toHaveValue('Is there a <b>handle</b>?')
})

test('pairs are gone through by keyboard and said in words', async ({ page }) => {
  const { widget, view } = await open(page)
  await cells(view).focus()
  const said = view.getByText(/^Chunks? \d+ (and \d+: cosine|with itself)/)
  const before = await said.textContent()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await expect(said).toContainText(/^Chunks \d+ and 2: cosine 0\.\d{3}\./)
  expect(await said.textContent()).not.toBe(before)
  await page.keyboard.press('Enter')
  await expect(text(widget).locator('[aria-pressed="true"]')).toHaveCount(1)
  await points(view).focus()
  await page.keyboard.press('Home')
  await expect(view).toContainText(
    /Chunk 1\. Nearest by cosine, in all dimensions: \d+ \(0\.\d\d\)/,
  )
  await page.keyboard.press('ArrowRight')
  await expect(text(widget).getByRole('button', { name: 'Chunk 2', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await view.getByText('The picture in words').first().click()
  await expect(view).toContainText(/Most alike: \d+ and \d+ \(0\.\d\d\)/)
})

test('UMAP comes with its warning, is drawn again the same, and is measured', async ({ page }) => {
  const { view } = await open(page, { corpus: 'workshop-rules' })
  await expect(map(view)).toBeVisible()
  await view.getByRole('radio', { name: 'UMAP' }).check()
  await expect(view).toContainText('UMAP draws neighbourhoods, not distances')
  await expect(map(view)).toContainText('A UMAP has no axes to name.')
  await expect(view).toContainText(/Trustworthiness 0\.\d\d/)
  await expect(page).toHaveURL(/chunking-lab\.map=umap/)
  const places = () =>
    map(view)
      .locator('[data-index]')
      .evaluateAll((found) => found.map((point) => point.getAttribute('transform')).join())
  const first = await places()
  await view.getByLabel('UMAP’s seed').fill('7')
  await expect.poll(places).not.toBe(first)
  await view.getByLabel('UMAP’s seed').fill('42')
  await expect.poll(places).toBe(first)
})

test('both pictures and the table are taken along', async ({ page }) => {
  const { widget, view } = await open(page)
  await expect(map(view)).toBeVisible()
  const take = async (where: Locator, name: string) => {
    const download = page.waitForEvent('download')
    await where.getByRole('button', { name, exact: true }).click()
    return readFile(await (await download).path(), 'utf8')
  }
  const heatGroup = view.getByRole('group', { name: 'Take along: heat map' })
  expect(await take(heatGroup, 'SVG')).toContain('Cosine of every chunk with every other')
  expect(await take(heatGroup, 'PNG')).toContain('PNG')
  expect(await take(heatGroup, 'Markdown')).toMatch(/\| 1 +\| 1 /)
  const table = await take(heatGroup, 'CSV')
  const rows = table.trim().split(/\r?\n/)
  expect(rows[0]).toMatch(/^\W?Chunk,1,2,3,/)
  expect(rows.length).toBe((rows[0] ?? '').split(',').length)
  const mapGroup = view.getByRole('group', { name: 'Take along: map' })
  expect(await take(mapGroup, 'SVG')).toContain('component 1')
  await widget.getByText('Take it along').click()
  expect(await take(widget, 'Table as CSV')).toBe(table)
  expect(await take(widget, 'Picture as SVG')).toContain('cosine; hatched')
})

test('a model whose cosines lie close together is called so', async ({ page }) => {
  const { view } = await open(page, {
    corpus: 'tea-travel',
    embedder: 'multilingual-e5-small-en-zh',
  })
  await expect(heat(view)).toBeVisible()
  await questions(view).selectOption({ index: 2 })
  await expect(view).toContainText('lie close together: compare ranks and small differences')
})

test('no chunks, one chunk, two chunks and too many have their sentence', async ({ page }) => {
  const own = { corpus: 'own', overlap: '0', strategy: 'characters' }
  const { view } = await open(page, { ...own, text: '' })
  await expect(view).toContainText('There are no chunks to compare.')
  const one = (await open(page, { ...own, text: 'One chunk.' })).view
  await expect(one).toContainText('These chunks have no vectors yet.')
  await expect(one.getByRole('button', { name: /^Start all-MiniLM-L6-v2: 39 MB/ })).toBeVisible()
  const many = (await open(page, { ...own, text: 'ab '.repeat(1000), size: '1' })).view
  await expect(many).toContainText('3,000 chunks are too many for this view')
})

for (const state of [
  { query: 'What does error code E-41 mean?' },
  { map: 'umap', corpus: 'tea-travel' },
  { corpus: 'own', text: 'Nothing is embedded here.' },
]) {
  test(`${JSON.stringify(state)} has no findings of axe and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    const { view } = await open(page, state)
    if (!('text' in state)) await expect(map(view)).toBeVisible()
    await expect(view.getByText(/being computed|Fetching/)).toHaveCount(0)
    expect(await fitsWidth(page)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
}

test('an own text is embedded chunk by chunk, asked and ranked', async ({ page }) => {
  test.setTimeout(120_000)
  const topics = ['Cats sleep all day long.', 'Banks lend money at interest.', 'Rain falls in May.']
  const { widget, view } = await open(page, {
    corpus: 'own',
    text: topics.join('\n\n'),
    size: '40',
    overlap: '0',
  })
  await view.getByLabel('Question', { exact: true }).fill('What do kittens do?')
  await view.getByRole('button', { name: 'Rank the chunks' }).click()
  await view.getByRole('button', { name: /^Start all-MiniLM-L6-v2/ }).click()
  await expect(view).toContainText('Vectors computed in this page by all-MiniLM-L6-v2.', {
    timeout: 60_000,
  })
  await expect(view).toContainText('Best: chunk 1, cosine')
  await expect(map(view).locator('[data-index]')).toHaveCount(3)

  await test.step('hundreds of chunks: progress, cancel, go on, one image of cells', async () => {
    const many = Array.from({ length: 110 }, (_, index) => `${topics[index % 3]} No. ${index}.`)
    await widget.getByRole('textbox', { name: /^Paste your text/ }).fill(many.join('\n\n'))
    await expect(view).toContainText(/Embedded: \d+ of 110 chunks/)
    await expect(view).toContainText('Until then the pictures are those of the last cut.')
    await expect(view.locator('figure[aria-busy="true"]')).toHaveCount(2)
    await expect(map(view).locator('[data-index]')).toHaveCount(3)
    await view.getByRole('button', { name: 'Cancel the embedding' }).click()
    await expect(view).toContainText('Stopped.')
    const longest = await longestTask(page, async () => {
      await view.getByRole('button', { name: 'Go on' }).click()
      await expect(heat(view).locator('image')).toHaveAttribute('href', /^data:image\/png/, {
        timeout: 60_000,
      })
      await expect(map(view).locator('[data-index]')).toHaveCount(110)
    })
    await expect(view.locator('[aria-busy="true"]')).toHaveCount(0)
    await expect(view).toContainText('only the chosen, the best and those with the answer')
    expect(longest).toBeLessThan(50)
  })
  await test.step('two chunks and one', async () => {
    const paste = widget.getByRole('textbox', { name: /^Paste your text/ })
    await paste.fill(topics.slice(0, 2).join('\n\n'))
    await expect(map(view).locator('[data-index]')).toHaveCount(2)
    await expect(view).toContainText('fewer than 11 chunks')
    await paste.fill('Cats sleep.')
    await expect(view).toContainText('One chunk has nothing to be compared with.')
    await expect(map(view)).toHaveCount(0)
  })
})
