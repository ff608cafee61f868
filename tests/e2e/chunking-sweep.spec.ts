import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { widgetPage } from './widget-page'

const lab = widgetPage('chunking-lab', 'Chunking lab')

/** Opens the lab at the sweep, waits until it is alive, and returns the lab and the sweep. */
const open = async (page: Page, state: Readonly<Record<string, string>> = {}) => {
  const widget = await lab.open(page, lab.link({ view: 'sweep', ...state }))
  await expect(widget.getByRole('group', { name: 'What is swept' })).toBeVisible()
  return widget
}

const points = (widget: Locator) => widget.locator('[data-point^="recall "]')
const table = (widget: Locator) => widget.getByRole('region', { name: 'All settings, in numbers' })

/** Adds a question whose answer is one sentence, by the keyboard alone. */
const ask = async (page: Page, widget: Locator, sentence: number, question: string) => {
  const from = widget.getByRole('textbox', { name: 'From sentence' })
  await from.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(String(sentence))
  const take = widget.getByRole('button', { name: 'Take these sentences' })
  await take.focus()
  await page.keyboard.press('Enter')
  await widget.getByRole('textbox', { name: 'Your question' }).focus()
  await page.keyboard.type(question)
  await page.keyboard.press('Enter')
}

const TEXT =
  'The kettle holds two litres of water. It must be cleaned with vinegar every month. ' +
  'The gate opens at seven in the morning. Dogs are welcome on a lead. ' +
  'The library lends ten books to a reader. A late book costs twenty cents a day.'

test('a recorded sweep shows at once, and k is scored anew', async ({ page }) => {
  const widget = await open(page)
  await expect(widget).toContainText('Recorded with all-MiniLM-L6-v2 in Chromium')
  await expect(points(widget)).toHaveCount(24)
  await expect(widget).toContainText(/Highest IoU: [^.]+\.\d/)
  await expect(widget).toContainText(/on 25 questions|clearly/)
  const before = await table(widget).textContent()
  await widget.getByRole('textbox', { name: 'Chunks retrieved' }).fill('1')
  await expect(widget).toContainText('Highest recall@1')
  expect(await table(widget).textContent()).not.toBe(before)
  await expect(page).toHaveURL(/chunking-lab\.k=1/)
  await widget.getByRole('checkbox', { name: 'fixed characters' }).uncheck()
  await expect(points(widget)).toHaveCount(18)
  await widget.getByRole('textbox', { name: 'Sizes' }).fill('200, 400')
  await expect(points(widget)).toHaveCount(6)
  await expect(page).toHaveURL(/chunking-lab\.sizes=200(,|%2C)400/)
  await widget.getByRole('textbox', { name: 'Chunks retrieved' }).fill('40')
  await expect(widget.getByRole('button', { name: /^Start all-MiniLM-L6-v2/ }).last()).toBeVisible()
})

test('the Chinese text brings the sweep of the embedder that reads Chinese', async ({ page }) => {
  const widget = await open(page, {
    corpus: 'tea-travel',
    embedder: 'multilingual-e5-small-en-zh',
  })
  await expect(widget).toContainText('Recorded with multilingual-e5-small')
  await expect(points(widget)).toHaveCount(24)
})

test('a point is found with the arrow keys, sets the lab, and lists its questions', async ({
  page,
}) => {
  const widget = await open(page)
  await expect(points(widget)).toHaveCount(24)
  await widget.locator('[data-point="iou recursive-400"]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(widget.locator('[data-point="iou recursive-600"]')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(widget.locator('[data-point="iou sentence-600"]')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/chunking-lab\.strategy=sentence/)
  await expect(page).toHaveURL(/chunking-lab\.size=600/)
  const detail = widget.getByRole('region', { name: 'sentences, 600' })
  await expect(detail).toContainText('sentences, 600: 21 chunks')
  await expect(detail.getByRole('row')).toHaveCount(26)
  await detail
    .getByRole('button', { name: /^Show chunk/ })
    .first()
    .click()
  await expect(widget).toContainText(/Chunk \d+ of 21/)
  await detail.getByRole('button', { name: 'Compare the others with this one' }).click()
  await expect(widget.getByLabel('Compared with')).toHaveValue('sentence-600')
  await expect(detail).toContainText('The others are compared with this one.')
  await table(widget).getByRole('button', { name: 'Set the lab to recursive, 1,200' }).click()
  await expect(page).toHaveURL(/chunking-lab\.size=1200/)
})

test('table and picture of the sweep are taken along', async ({ page }) => {
  const widget = await open(page)
  await expect(points(widget)).toHaveCount(24)
  await widget.getByText('Take it along').click()
  const download = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Table as CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('Strategy,Size,Unit,Overlap,Chunks,Questions,Recall@5')
  expect(text.trim().split('\r\n')).toHaveLength(25)
  const picture = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Picture as SVG' }).click()
  const svg = await readFile(await (await picture).path(), 'utf8')
  expect(svg).toContain('recall@5: share of the answers')
  await widget.getByRole('radio', { name: 'All chunks' }).check()
  await expect(widget.locator('[data-picture="chunks"]')).toHaveCount(1)
})

test('an answer is marked by keyboard or mouse, travels in the link and is removed', async ({
  page,
}) => {
  const widget = await open(page, { corpus: 'own', text: TEXT })
  await expect(widget).toContainText('There is no question with a marked answer yet.')
  await widget.getByRole('button', { name: 'Add the question' }).click()
  await expect(widget).toContainText('Mark the answer first')
  await ask(page, widget, 3, 'When can I come in?')
  await expect(widget).toContainText('Added; 1 question of your own.')
  await expect(widget).toContainText('The gate opens at seven in the morning.')
  await expect(page).toHaveURL(/chunking-lab\.marks=/)

  const painted = widget.getByRole('region', { name: 'The text, painted with its chunks' })
  await painted.evaluate((sheet) => {
    const piece = sheet.querySelector('[data-start]')?.firstChild
    if (piece) getSelection()?.setBaseAndExtent(piece, 0, piece, 37)
  })
  await painted.dispatchEvent('pointerup')
  await expect(widget.locator('q', { hasText: 'The kettle holds two litres' })).toBeVisible()
  await widget.getByRole('button', { name: 'Take the marked text' }).click()
  await widget.getByRole('textbox', { name: 'Your question' }).fill('How much fits in?')
  await widget.getByRole('button', { name: 'Add the question' }).click()
  await expect(widget).toContainText('Added; 2 questions of your own.')

  const again = await page.context().newPage()
  await page.waitForTimeout(400)
  await again.goto(page.url())
  await expect(again.getByText('When can I come in?')).toBeVisible()
  await again.close()

  await widget.getByRole('button', { name: 'Remove “When can I come in?”' }).click()
  await expect(widget.getByText('When can I come in?')).toHaveCount(0)
})

test('own questions go along when the text is edited', async ({ page }) => {
  const start = TEXT.indexOf('The gate')
  const end = start + 'The gate opens at seven in the morning.'.length
  const marks = `${start}-${end} When can I come in?`
  const widget = await open(page, { corpus: 'own', text: TEXT, marks })
  const own = widget.getByRole('textbox', { name: /^Paste your text/ })
  const question = widget.getByRole('listitem').filter({ hasText: 'When can I come in?' })
  await expect(question).toContainText('The gate opens at seven in the morning.')
  await own.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Read this. ')
  await expect(question).toContainText('Answer: The gate opens at seven in the morning.')
  await expect(page).toHaveURL(new RegExp(`chunking-lab\\.marks=${start + 11}-${end + 11}`))
})

test('a small sweep runs over an own text, is cancelled, and goes on', async ({ page }) => {
  test.setTimeout(150_000)
  const widget = await open(page, {
    corpus: 'own',
    text: TEXT,
    sizes: '80,160',
    compared: 'sentence',
    k: '1',
    overlapShare: '0',
  })
  await ask(page, widget, 3, 'When can I come in?')
  await ask(page, widget, 5, 'How many books may I take home?')
  await widget.getByRole('button', { name: /and run 2 settings$/ }).click()
  await widget.getByRole('button', { name: 'Cancel; keep what is done' }).click()
  await expect(widget).toContainText(/Stopped; \d new points are kept/, { timeout: 60_000 })
  await widget.getByRole('button', { name: /(and run|^Run the sweep:) [12] setting/ }).click()
  await expect(widget).toContainText(/Done: [12] new point/, { timeout: 100_000 })
  await expect(points(widget)).toHaveCount(2)
  await expect(widget).toContainText('Computed in this page with all-MiniLM-L6-v2.')
  await expect(widget).toContainText(/Highest recall@1: sentences, (80|160) with 1\.000/)
  await points(widget).first().press('Enter')
  await expect(widget.getByRole('region', { name: 'sentences, 80' })).toContainText('found')
  await widget.getByRole('radio', { name: 'All chunks' }).check()
  await widget.getByRole('radio', { name: 'Which size is best?' }).check()
  await expect(points(widget)).toHaveCount(2)
})

for (const width of [320, 1200]) {
  test(`the sweep has no findings of axe and fits ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    const widget = await open(page)
    await expect(points(widget)).toHaveCount(24)
    await points(widget).nth(3).press('Enter')
    await widget.getByText('Ask your own questions').click()
    await widget.getByText('The sentences and their numbers').click()
    expect(await fitsWidth(page)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
}
