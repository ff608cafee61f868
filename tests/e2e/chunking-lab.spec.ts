import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { longestTask } from './main-thread'
import { widgetPage } from './widget-page'

const { address: EMBED, link, open } = widgetPage('chunking-lab', 'Chunking lab')

const answer = (widget: Locator) => widget.locator('output').first()
const painted = (widget: Locator) =>
  widget.getByRole('region', { name: 'The text, painted with its chunks' })
const ownText = (widget: Locator) => widget.getByRole('textbox', { name: /^Paste your text/ })
const counted = { corpus: 'counted-words', strategy: 'tokens', unit: 'tokens' }

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the text, its chunks and their reasons can be read', async ({ page }) => {
    await page.goto(EMBED)
    const widget = page.getByRole('region', { name: 'Chunking lab', exact: true })
    await expect(answer(widget)).toContainText(/\d+ chunks of about \d+ characters/)
    await expect(painted(widget)).toContainText('Halvorn PS-312')
    await expect(widget.getByRole('img', { name: /^Chunks along the text/ })).toBeVisible()
    await expect(widget.getByRole('row', { name: /^Chunk 2 / })).toBeVisible()
  })
})

test('another text is fetched when it is chosen, with its tokens @base', async ({ page }) => {
  const widget = await open(page)
  await widget.getByLabel('Text', { exact: true }).selectOption('tea-travel')
  await expect(painted(widget)).toContainText('差旅费')
  await expect(page).toHaveURL(/chunking-lab\.corpus=tea-travel/)
  await expect(answer(widget)).toContainText(/tokens are embedded for a text of [\d,]+/)
})

test('the numbers of the chapter’s experiments come out as worked by hand', async ({ page }) => {
  const widget = await open(page, link({ ...counted, size: '200', overlap: '20' }))
  await expect(answer(widget)).toContainText('56 chunks')
  await widget.getByLabel('Preset').selectOption('exp-1b')
  await expect(answer(widget)).toContainText('11 chunks')
  await widget.getByLabel('Preset').selectOption('exp-2')
  await expect(answer(widget)).toContainText('13 chunks')
  await expect(answer(widget)).toContainText('10,000 tokens are embedded for a text of 10,000')
  await widget.getByLabel('Preset').selectOption('exp-2b')
  await expect(answer(widget)).toContainText('24 chunks')
  await expect(answer(widget)).toContainText('19,200 tokens are embedded')
})

test('the same 1,000 characters are more tokens in Chinese than in English', async ({ page }) => {
  const widget = await open(page)
  const first = async (preset: string) => {
    await widget.getByLabel('Preset').selectOption(preset)
    const row = widget.getByRole('row', { name: /^Chunk 1 / })
    await expect(row.getByRole('cell').nth(2)).toHaveText(/^1000|9\d\d$/)
    await expect(row.getByRole('cell').nth(3)).toHaveText(/\d+/)
    return Number(await row.getByRole('cell').nth(3).textContent())
  }
  const chinese = await first('exp-3')
  const english = await first('exp-3b')
  expect(chinese).toBeGreaterThan(1.5 * english)
})

test('what lies beyond the embedder’s limit is greyed and counted', async ({ page }) => {
  const widget = await open(page)
  await widget.getByLabel('Preset').selectOption('exp-4')
  await expect(widget).toContainText('are stored and never searched. No error says so.')
  await expect(widget.getByText('beyond what the embedder reads').first()).toBeVisible()
  await expect(
    painted(widget).getByRole('img', { name: 'the embedder stops reading chunk 1 here' }),
  ).toBeVisible()
  await widget.getByRole('textbox', { name: 'Size', exact: true }).fill('250')
  await expect(widget).not.toContainText('never searched')
})

test('chunks are gone through by keyboard, in the text, the card and the list', async ({
  page,
}) => {
  const widget = await open(page)
  const text = painted(widget)
  await text.getByRole('button', { name: 'Chunk 1', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(text.getByRole('button', { name: 'Chunk 2', exact: true })).toBeFocused()
  await expect(widget).toContainText(/Chunk 2 of \d+/)
  await expect(widget.getByText('Before it')).toBeVisible()
  await page.keyboard.press('End')
  await expect(widget).toContainText('It ends with the text.')
  await widget.getByRole('button', { name: 'Previous chunk' }).click()
  await expect(widget).toContainText(/Cut at: /)
  const row = widget.getByRole('row', { name: /^Chunk 3 / })
  await row.getByRole('button', { name: 'Chunk 3' }).click()
  await expect(widget).toContainText(/Chunk 3 of \d+/)
  const sheet = await text.boundingBox()
  const tag = await text.getByRole('button', { name: 'Chunk 3', exact: true }).boundingBox()
  expect(tag?.y).toBeGreaterThanOrEqual(sheet?.y ?? 0)
  expect(tag?.y).toBeLessThan((sheet?.y ?? 0) + (sheet?.height ?? 0))
})

test('an own text is cut as it is typed, stays text, and travels in the link', async ({ page }) => {
  let widget = await open(page, link({ corpus: 'own', size: '20', overlap: '0' }))
  await expect(widget).toContainText('Nothing to cut yet.')
  await ownText(widget).fill('   \n ')
  await expect(widget).toContainText('This text has only white space')
  const typed = 'One <b>bold</b> line.\n\nAnother 😀 line.'
  await ownText(widget).fill(typed)
  await expect(answer(widget)).toContainText(/[2-9] chunks/)
  await expect(painted(widget)).toContainText('<b>bold</b>')
  await expect(ownText(widget)).toHaveValue(typed)
  await expect(page).toHaveURL(/chunking-lab\.text=/)
  await page.waitForTimeout(400)
  const address = new URL(page.url()).hash
  widget = await open(page, address)
  await expect(ownText(widget)).toHaveValue(typed)
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(painted(widget)).toContainText('Halvorn PS-312')
})

test('bad sizes get a sentence, and the last result stays', async ({ page }) => {
  const widget = await open(page)
  const before = await answer(widget).textContent()
  const overlap = widget.getByRole('textbox', { name: 'Overlap', exact: true })
  await overlap.fill('900')
  await expect(widget).toContainText('Overlap 900 must be below the size 800')
  await expect(overlap).toHaveValue('900')
  expect(await answer(widget).textContent()).toBe(before)
  const size = widget.getByRole('textbox', { name: 'Size', exact: true })
  await size.fill('many')
  await expect(widget).toContainText('Size must be a whole number')
  await expect(size).toHaveValue('many')
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(size).toHaveValue('800')
})

test('an own text is counted by the tokenizer alone; sentences by meaning wait', async ({
  page,
}) => {
  const text = 'One. Two. Three. Four. Five.'
  const widget = await open(page, link({ corpus: 'own', text, size: '4', overlap: '0' }))
  await widget.getByLabel('Strategy').selectOption('tokens')
  await expect(widget).toContainText('until they are counted, the last result stays')
  await page.route('**/tokenizer.json', (route) => route.fulfill({ body: 'no such file' }), {
    times: 1,
  })
  const count = widget.getByRole('button', {
    name: /^Count the tokens of all-MiniLM-L6-v2: 466/,
  })
  await count.click()
  await expect(widget).toContainText('The tokenizer could not be loaded.')
  await count.click()
  await expect(answer(widget)).toContainText('10 tokens are embedded for a text of 10')
  await expect(answer(widget)).toContainText('3 chunks')
  await ownText(widget).fill('Zebra. One. Two. Three. Four. Five.')
  await expect(answer(widget)).toContainText('for a text of 12')
  await widget.getByLabel('Strategy').selectOption('semantic')
  await expect(widget).toContainText('The semantic strategy compares sentences')
  await expect(
    widget.getByRole('button', { name: /^Start all-MiniLM-L6-v2: 39 MB to download/ }),
  ).toBeVisible()
})

test('two megabytes on one line do not freeze the page', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Or use your own text').click()
  const longest = await longestTask(page, async () => {
    await ownText(widget).evaluate((area: HTMLTextAreaElement) => {
      area.value = 'word '.repeat(400_000)
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await expect(answer(widget)).toContainText('2,000,000', { timeout: 20_000 })
    await expect(widget).toContainText('2,000,000 characters are too many for a link')
    await widget.getByRole('button', { name: 'Later part' }).click()
    await expect(widget).toContainText(/Characters 1\d,\d+ to /)
  })
  await expect(page).not.toHaveURL(/chunking-lab\.text=/)
  expect(longest).toBeLessThan(200)
})

test('a count is predicted first, then checked against the rule', async ({ page }) => {
  const widget = await open(page, link({ ...counted, size: '500', overlap: '50' }))
  await widget.getByText('Predict first: how many chunks?').click()
  await widget.getByLabel('Your prediction').fill('20')
  await widget.getByRole('button', { name: 'Check' }).click()
  await expect(widget).toContainText('You said 20; there are 23.')
  await widget.getByLabel('Your prediction').fill('23')
  await page.keyboard.press('Enter')
  await expect(widget).toContainText('Right: 23 chunks.')
  await widget.getByLabel('Your prediction').fill('x')
  await page.keyboard.press('Enter')
  await expect(widget).toContainText('Write a whole number of chunks')
})

test('libraries cut the same text by their own rules', async ({ page }) => {
  const widget = await open(page)
  await widget.getByLabel('Cut by').selectOption('langchain-js')
  await expect(widget.getByLabel('Splitter')).toBeVisible()
  await expect(widget).toContainText('Counted in UTF-16 units.')
  await expect(page).toHaveURL(/chunking-lab\.library=langchain-js/)
  await widget.getByLabel('Cut by').selectOption('llamaindex')
  await expect(widget.getByLabel('Splitter')).toHaveCount(0)
  await widget.getByRole('radio', { name: 'Libraries' }).check()
  await expect(widget.getByText('Where they differ', { exact: true })).toBeVisible()
  await expect(widget).toContainText('langchain-text-splitters')
})

test('numbers open to their working, and the table and the picture are taken along', async ({
  page,
}) => {
  const widget = await open(page, link({ ...counted, size: '500', overlap: '50' }))
  await widget
    .getByRole('region', { name: 'The numbers' })
    .getByText('Vectors of the index')
    .click()
  await expect(widget).toContainText('Bytes of the vectors of an index')
  await widget.getByText('Take it along').click()
  const download = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Table as CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('Chunk,From,To,Characters,Tokens')
  expect(text.trim().split(/\r\n(?=\d+,\d)/)).toHaveLength(24)
  for (const name of ['Picture as SVG', 'Picture as PNG']) {
    const picture = page.waitForEvent('download')
    await widget.getByRole('button', { name }).click()
    expect((await picture).suggestedFilename()).toMatch(/\.(svg|png)$/)
  }
})

test('on paper the list goes on, and the numbers stay within the text', async ({ page }) => {
  const widget = await open(page, link({ size: '300', overlap: '0' }))
  await page.emulateMedia({ media: 'print' })
  const list = widget.getByRole('region', { name: 'The chunks, one by one' })
  expect(await list.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThan(2)
  expect(await list.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThan(2)
  const tags = await painted(widget)
    .locator('[data-tag]')
    .evaluateAll((all) => all.map((tag) => getComputedStyle(tag).position))
  expect(new Set(tags)).toEqual(new Set(['static']))
})

test('facts of the sheet are told and answered', async ({ page }) => {
  await open(page, link({ ...counted, size: '500', overlap: '50' }))
  const facts = await page.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        document.addEventListener('workbook:facts', (event) =>
          resolve((event as CustomEvent<unknown>).detail),
        )
        document.dispatchEvent(new CustomEvent('workbook:ask-facts'))
      }),
  )
  expect(facts).toMatchObject({
    widget: 'chunking-lab',
    facts: { chunks: 23, size: 500, overlap: 50, overlapShare: 0.1, textTokens: 10_000 },
  })
})

test('a link with bad values is followed as far as it can be', async ({ page }) => {
  const widget = await open(page, link({ size: '-3', corpus: 'nowhere', strategy: 'sentence' }))
  await expect(widget).toContainText('The link was not followed in full')
  await expect(widget).toContainText('There is no text "nowhere" here')
  await expect(widget.getByLabel('Strategy')).toHaveValue('sentence')
  await expect(painted(widget)).toContainText('Halvorn PS-312')
})

for (const state of [
  { view: 'chunks', strategy: 'tokens', size: '600', overlap: '0' },
  { view: 'chunks', corpus: 'own' },
  { view: 'differences', library: 'langchain-python', overlap: '300' },
]) {
  test(`${JSON.stringify(state)} has no findings of axe and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    const widget = await open(page, link(state))
    await expect(widget.getByText('Loading …')).toHaveCount(0)
    expect(await fitsWidth(page)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
}

test('the embedder runs and cuts an own text by meaning', async ({ page }) => {
  test.setTimeout(180_000)
  const text =
    'Cats sleep most of the day. Kittens sleep even more. The stock market fell on Monday. Shares of banks lost the most.'
  const widget = await open(
    page,
    link({ corpus: 'own', text, strategy: 'semantic', size: '400', overlap: '0' }),
  )
  await widget.getByRole('button', { name: /^Start all-MiniLM-L6-v2/ }).click()
  const line = widget.getByRole('slider', { name: 'Threshold line' })
  await expect(line).toBeVisible({ timeout: 120_000 })
  await expect(widget).toContainText('3 pairs of neighbouring sentences')
  // Nothing was set: the line stands where it cuts off the farthest of this text's pairs.
  await expect(answer(widget)).toContainText('2 chunks')
  const usual = widget.getByRole('button', { name: /^As libraries do/ })
  await expect(usual).toHaveAttribute('aria-pressed', 'true')
  await line.focus()
  await page.keyboard.press('PageUp')
  await expect(answer(widget)).toContainText('1 chunk ')
  await expect(page).toHaveURL(/chunking-lab\.threshold=/)
  await usual.click()
  await expect(answer(widget)).toContainText('2 chunks')
  // The tokenizer came with the embedder, so the tokens of the text are counted too.
  await expect(answer(widget)).toContainText('tokens are embedded for a text of')
  await widget.getByRole('button', { name: 'Give its memory back' }).click()
  await expect(widget.getByRole('button', { name: /^Start all-MiniLM-L6-v2/ })).toBeVisible()
})
