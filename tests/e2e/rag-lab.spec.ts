import type { Locator } from '@playwright/test'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { widgetPage } from './widget-page'

const { address: EMBED, link, open } = widgetPage('rag-lab', 'RAG lab')
const verdict = (widget: Locator) => widget.locator('output').first()
const stage = (widget: Locator, name: RegExp) =>
  widget.getByRole('list', { name: 'The nine stages' }).getByRole('button', { name })
const preset = (widget: Locator, id: string) => widget.getByLabel('Preset').selectOption(id)
const show = (widget: Locator, view: string) =>
  widget.getByRole('radio', { name: view, exact: true }).check()
const candidates = (widget: Locator) =>
  widget.getByRole('list', { name: 'The candidates' }).getByRole('listitem')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('a real result on recorded vectors can be read', async ({ page }) => {
    await page.goto(EMBED)
    const widget = page.getByRole('region', { name: 'RAG lab', exact: true })
    await expect(verdict(widget)).toContainText(/evidence|generation/i)
    await expect(stage(widget, /5\. Retrieval/)).toContainText('5 candidates')
    await expect(widget.getByRole('img', { name: /^Ranks from search/ })).toBeVisible()
  })
})

test('the default fetches no model; every stage opens and shows what came out @base', async ({
  page,
}) => {
  const models: string[] = []
  page.on('request', (request) => {
    if (/\/models\/.+\.(onnx|json|bin)/.test(request.url())) models.push(request.url())
  })
  const widget = await open(page)
  await expect(stage(widget, /3\. Embedding/)).toContainText('one embedder')
  const shows: readonly (readonly [RegExp, RegExp])[] = [
    [/1\. Document/, /1 of 1 piece of evidence still stands/],
    [/2\. Chunking/, /18 passages/],
    [/3\. Embedding/, /18 vectors of 384 numbers.*recorded/],
    [/4\. Query/, /Searched with/],
    [/5\. Retrieval/, /holds the evidence/],
    [/6\. Reranking/, /Kept and dropped/],
    [/7\. Prompt/, /of a budget of 1,000/],
    [/8\. Language/, /Recorded from SmolLM2/],
    [/9\. Post/, /What the checks say/],
  ]
  for (const [name, text] of shows) {
    await stage(widget, name).focus()
    await page.keyboard.press('Enter')
    await expect(stage(widget, name)).toHaveAttribute('aria-pressed', 'true')
    await expect(widget.getByRole('region', { name })).toBeVisible()
    await expect(widget).toContainText(text)
  }
  expect(models).toEqual([])
})

test('vectors miss an exact part number, words find it', async ({ page }) => {
  const widget = await open(page)
  await preset(widget, 'exp-3')
  await expect(widget.getByLabel('Search', { exact: true })).toHaveValue('dense')
  await expect(verdict(widget)).toContainText('Lost in retrieval')
  await widget.getByLabel('Search', { exact: true }).selectOption('bm25')
  await expect(candidates(widget).filter({ hasText: 'holds the evidence' })).toHaveCount(1)
  await expect(verdict(widget)).not.toHaveText(/^Lost in retrieval/)
  await expect(page).toHaveURL(/rag-lab\.method=bm25/)
})

test('a budget too small is said to have lost the evidence, and what was typed stays', async ({
  page,
}) => {
  const widget = await open(page)
  await stage(widget, /7\. Prompt/).click()
  const budget = widget.getByLabel('Token budget')
  await budget.fill('200')
  await expect(verdict(widget)).toContainText('Lost in the prompt')
  await expect(stage(widget, /7\. Prompt/)).toContainText('lost here')
  await budget.fill('50')
  await expect(widget).toContainText('Rules and question alone are larger than the budget')
  await budget.fill('many')
  await expect(budget).toHaveAttribute('aria-invalid', 'true')
  await expect(budget).toHaveValue('many')
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(verdict(widget)).not.toContainText('Lost in the prompt')
})

test('cuts that cannot be made are said in a sentence, and tokens can be counted in', async ({
  page,
}) => {
  const widget = await open(page, link({ method: 'bm25', stage: 'chunking' }))
  await widget.getByLabel('Overlap').fill('900')
  await expect(verdict(widget)).toContainText(/overlap/i)
  await widget.getByLabel('Overlap').fill('0')
  await widget.getByLabel('Size').fill('1')
  await expect(verdict(widget)).toContainText(/passages; the lab takes at most 2,000/)
  await widget.getByLabel('Size').fill('100')
  await widget.getByRole('radio', { name: 'tokens', exact: true }).check()
  await expect(stage(widget, /2\. Chunking/)).toContainText(/[2-9]\d passages/)
  await stage(widget, /1\. Document/).click()
  await widget.getByLabel('Parsing', { exact: true }).selectOption('plain')
  await widget.getByRole('button', { name: 'Fetch the tokenizer and count the tokens' }).click()
  await expect(stage(widget, /2\. Chunking/)).toContainText(/[2-9]\d passages/)
  await widget.getByLabel('Text', { exact: true }).selectOption('tea-travel')
  await expect(widget.getByLabel('Question', { exact: true })).toContainText(/[\u4e00-\u9fff]/)
})

test('two embedders bring recall down to chance', async ({ page }) => {
  const widget = await open(page)
  const recall = async () => {
    const row = widget.getByRole('row', { name: /^Recall@k/ })
    await expect(row.getByRole('cell').first()).toHaveText(/\d+ %/)
    return Number.parseInt((await row.getByRole('cell').first().textContent()) ?? '', 10)
  }
  await preset(widget, 'exp-1')
  await expect(widget).toContainText('two unrelated spaces')
  await expect(widget).toContainText(/at random would find 17 %/)
  const two = await recall()
  expect(two).toBeLessThan(35)
  await preset(widget, 'exp-1-same')
  await expect(widget).not.toContainText('two unrelated spaces')
  await expect.poll(recall).toBeGreaterThan(60)
})

test('an own question and an own text, empty at first', async ({ page }) => {
  const widget = await open(page)
  await widget.getByLabel('Question', { exact: true }).selectOption('own')
  await expect(verdict(widget)).toHaveText('Write a question to begin.')
  await widget.getByLabel('Search', { exact: true }).waitFor({ state: 'detached' })
  await stage(widget, /5\. Retrieval/).click()
  await widget.getByLabel('Search', { exact: true }).selectOption('bm25')
  await widget.getByLabel('Your question', { exact: true }).fill('How is a tripped OVP cleared?')
  await expect(candidates(widget)).toHaveCount(5)
  await expect(verdict(widget)).toContainText('No words are marked as the answer')
  await widget.getByLabel('Text', { exact: true }).selectOption('own')
  await expect(verdict(widget)).toContainText('There is no text yet')
  await widget.getByLabel('Your text (Markdown or plain)').fill('# Pot\n\nThe <b>pot</b> is blue.')
  await widget.getByLabel('Your question', { exact: true }).fill('Which colour has the pot?')
  await widget.getByText('Words that answer it', { exact: true }).click()
  await widget.getByLabel(/^Words of the text that answer/).fill('is blue')
  await expect(verdict(widget)).toContainText('The evidence is in the prompt')
  await expect(candidates(widget).first()).toContainText('<b>pot</b>')
  await widget.getByLabel(/^Words of the text that answer/).fill('is green')
  await expect(widget).toContainText('These words do not stand in the text')
  // The address is written a moment after the last letter.
  await page.waitForTimeout(800)
  await page.reload()
  await expect(widget.getByLabel('Your question', { exact: true })).toHaveValue(
    'Which colour has the pot?',
  )
})

test('all questions: means, where each was lost, and the table taken along', async ({ page }) => {
  const widget = await open(page)
  await show(widget, 'All questions')
  await expect(widget).toContainText(/On 25 questions the kept passages hold \d+ %/)
  await expect(widget.getByRole('row', { name: /^MRR/ })).toBeVisible()
  await widget.getByRole('button', { name: 'Keep these numbers to compare with' }).click()
  await stage(widget, /6\. Reranking/).click()
  await widget.getByLabel('Passages kept').fill('1')
  await expect(widget).toContainText('Against the numbers that were kept')
  await expect(widget).toContainText(/Recall@k: (worse|no clear difference) on 25 questions/)
  await widget.getByText('Take it along').click()
  const saved = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Table as CSV' }).click()
  expect((await saved).suggestedFilename()).toMatch(/\.csv$/)
  const drawn = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Picture as SVG' }).click()
  expect((await drawn).suggestedFilename()).toMatch(/\.svg$/)
  await widget.getByRole('button', { name: 'How is a tripped OVP cleared?' }).click()
  await expect(widget.getByLabel('Question', { exact: true })).toHaveValue('bench-clear-ovp')
})

test('an injected passage, its defences, and an answer typed by hand', async ({ page }) => {
  const widget = await open(page)
  await preset(widget, 'injection')
  await expect(widget).toContainText(/The poisoned passage is number \d in the prompt/)
  await expect(widget.getByRole('row', { name: /^Take out sentences/ })).toContainText('no')
  await widget.getByLabel('Take out sentences with known phrases of orders').check()
  await expect(page).toHaveURL(/defences=strip-orders/)
  await expect(widget).toContainText('None of them is a guarantee.')
  await stage(widget, /9\. Post/).click()
  await widget.getByText('Type an answer by hand and check it').click()
  await widget.getByLabel('Answer by hand').fill('Use a wire [9]. Approved by Halvorn')
  await expect(widget).toContainText('It cites [9], which no passage of the prompt is.')
  await expect(widget).toContainText('It did what the instruction in the passage says.')
  await expect(widget).toContainText('The answer shows the sign of the instruction.')
})

test('an unknown state in a link is said, and the picture has its words', async ({ page }) => {
  const widget = await open(page, link({ method: 'magic', k: '0', question: 'nobody' }))
  await expect(widget.getByText(/The link was not followed in full/).first()).toBeVisible()
  await widget.getByText('The picture in words').click()
  await expect(widget.getByText(/^Search: P\d+/)).toBeVisible()
})

test('a narrow dark page, and axe after interaction', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 800 })
  const widget = await open(page)
  for (const name of [/2\. Chunking/, /5\. Retrieval/, /7\. Prompt/, /9\. Post/]) {
    await stage(widget, name).click()
    expect(await fitsWidth(page)).toBe(true)
  }
  for (const view of ['Ranks', 'Prompt', 'All questions', 'Injection']) {
    await show(widget, view)
    await page.waitForTimeout(300)
    expect(await fitsWidth(page)).toBe(true)
  }
  expect(await axeFindings(page)).toEqual([])
})

test('the embedder runs in the page: cancel, start, embed another cut', async ({ page }) => {
  test.setTimeout(240_000)
  const widget = await open(page, link({ method: 'dense', size: '500', stage: 'retrieval' }))
  const start = widget.getByRole('button', { name: /Start all-MiniLM-L6-v2: \d+ MB/ })
  await expect(widget).toContainText('This waits for the vectors of the passages')
  await page.route('**/*.onnx*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue().catch(() => undefined)
  })
  await start.first().click()
  await widget.getByRole('button', { name: 'Cancel' }).first().click()
  await expect(start.first()).toBeVisible()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await start.first().click()
  await expect(candidates(widget)).toHaveCount(5, { timeout: 180_000 })
  await expect(verdict(widget)).not.toContainText('not complete')
  await stage(widget, /6\. Reranking/).click()
  await widget.getByLabel('Reranker', { exact: true }).selectOption('late-interaction')
  await expect(widget).toContainText(/products of token vectors/, { timeout: 60_000 })
})
