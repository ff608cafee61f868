import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { widgetPage } from './widget-page'

const { address: EMBED, link, open } = widgetPage('sampling-lab', 'Sampling lab')

const startLabel = /^Start the live model: \d+ MB to download, about [\d.]+ GB of memory$/

const answer = (widget: Locator) => widget.locator('output').first()
const halves = { hand: '.5, .25, .125, .125', handAs: 'probabilities' }
const five = { hand: '4, 3, 2, 1, 0', handAs: 'logits' }

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the recorded result can be read', async ({ page }) => {
    await page.goto(EMBED)
    const widget = page.getByRole('region', { name: 'Sampling lab', exact: true })
    await expect(answer(widget)).toContainText('of 49,152 tokens stay')
    await expect(widget).toContainText('␣Sydney')
    await expect(widget.getByRole('img', { name: /^Probabilities/ })).toBeVisible()
    await expect(widget).toContainText('The text is cut into tokens')
  })
})

test('what is pressed and typed before the lab is alive is done once it is', async ({ page }) => {
  let alive: () => void = () => undefined
  const waits = new Promise<void>((resolve) => (alive = resolve))
  await page.route('**/_astro/SamplingLab.*.js', async (route) => {
    await waits
    await route.continue()
  })
  let asked = 0
  await page.route('**/models/**/MANIFEST.json', () => void asked++)
  await page.goto(EMBED)
  const widget = page.getByRole('region', { name: 'Sampling lab', exact: true })
  const island = page.locator('astro-island[ssr]', { has: widget })
  await expect(island).toHaveCount(1)
  await widget.getByText('Or write your own prompt').click()
  const prompt = widget.getByRole('textbox', { name: /^It runs in your browser/ })
  await prompt.fill('A text of my own')
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await widget.getByRole('button', { name: startLabel }).dblclick()
  await expect(prompt).toHaveValue('A text of my own')
  await expect(island).toHaveCount(1)
  expect(asked).toBe(0)
  alive()
  await expect(widget.getByRole('button', { name: 'Cancel' })).toBeVisible()
  await expect(widget.locator('[data-pressed]')).toHaveCount(0)
  await expect(widget).toContainText('This prompt waits for the live model')
  await expect(prompt).toHaveValue('A text of my own')
  await expect.poll(() => asked).toBe(1)
  await widget.getByRole('button', { name: 'Cancel' }).click()
  await expect(widget).toContainText('Stopped, as you asked.')
  expect(asked).toBe(1)
})

test('shows a recorded run at once and fetches another when it is chosen @base', async ({
  page,
}) => {
  const widget = await open(page)
  await expect(answer(widget)).toContainText('␣Sydney 36.2 %')
  await widget.getByLabel('Recorded prompt').selectOption('gold')
  await expect(answer(widget)).toContainText('␣Au 95.8 %')
  await expect(page).toHaveURL(/sampling-lab\.run=gold/)
  await widget.getByLabel('Recorded prompt').selectOption('weather')
  await expect(answer(widget)).toContainText('‹E6›')
})

test('keeps as many tokens as is worked by hand', async ({ page }) => {
  let widget = await open(page, link({ ...five, on: 'temperature,top_p', topP: '0.7' }))
  await expect(answer(widget)).toContainText('2 of 5 tokens stay')
  await widget.getByRole('textbox', { name: 'Top-p', exact: true }).fill('0.9')
  await expect(answer(widget)).toContainText('3 of 5 tokens stay')
  await widget.getByRole('textbox', { name: 'Temperature', exact: true }).fill('2')
  await expect(answer(widget)).toContainText('4 of 5 tokens stay')
  widget = await open(page, link({ ...halves, on: 'top_p', topP: '0.75' }))
  await expect(answer(widget)).toContainText('2 of 4 tokens stay')
})

test('the p line moves by keyboard and by dragging', async ({ page }) => {
  const widget = await open(page, link({ ...halves, on: 'top_p', topP: '0.75' }))
  const line = widget.getByRole('slider', { name: 'p line of top-p' })
  await line.focus()
  await page.keyboard.press('ArrowRight')
  await expect(line).toHaveAttribute('aria-valuenow', '0.76')
  await expect(answer(widget)).toContainText('3 of 4 tokens stay')
  await page.keyboard.press('Home')
  await expect(answer(widget)).toContainText('1 of 4 tokens stays')
  const plot = await widget.getByRole('img', { name: /^Probabilities/ }).boundingBox()
  const handle = await line.boundingBox()
  if (plot === null || handle === null) throw new Error('There is no picture.')
  await page.mouse.move(handle.x + handle.width / 2, handle.y + 40)
  await page.mouse.down()
  await page.mouse.move(plot.x + plot.width * 0.6, handle.y + 40, { steps: 4 })
  await page.mouse.up()
  await expect(answer(widget)).toContainText('2 of 4 tokens stay')
})

test('the chain is reordered by buttons and by dragging, and the order counts', async ({
  page,
}) => {
  const state = { ...halves, on: 'temperature,top_p', temperature: '2', topP: '0.75' }
  const widget = await open(page, link(state))
  await expect(answer(widget)).toContainText('3 of 4 tokens stay')
  const down = widget.getByRole('button', { name: 'Move temperature down' })
  await down.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(answer(widget)).toContainText('2 of 4 tokens stay')
  await expect(widget).toContainText('temperature is now step 4 of 9')
  const grips = widget.getByTitle('Drag to reorder')
  const from = await grips.nth(3).boundingBox()
  const to = await grips.nth(0).boundingBox()
  if (from === null || to === null) throw new Error('There is no chain.')
  await page.mouse.move(from.x + 8, from.y + 8)
  await page.mouse.down()
  await page.mouse.move(to.x + 8, to.y + 2, { steps: 6 })
  await page.mouse.up()
  await expect(answer(widget)).toContainText('3 of 4 tokens stay')
})

test('a step is switched off and on', async ({ page }) => {
  const widget = await open(page, link({ ...five, on: 'top_p', topP: '0.7' }))
  await widget.getByRole('checkbox', { name: 'top-p' }).uncheck()
  await expect(answer(widget)).toContainText('5 of 5 tokens stay')
  await widget.getByRole('checkbox', { name: 'top-k' }).check()
  await widget.getByRole('textbox', { name: 'Top-k', exact: true }).fill('3')
  await expect(answer(widget)).toContainText('3 of 5 tokens stay')
})

test('two engines side by side name their difference', async ({ page }) => {
  const widget = await open(
    page,
    link({ ...five, view: 'engines', engine: 'huggingface', temperature: '2', topP: '0.7' }),
  )
  await widget.getByLabel('Start from').selectOption('vllm')
  await expect(answer(widget)).toContainText('5 of 5 tokens stay')
  await widget.getByLabel('Preset').selectOption('order-two-engines')
  await expect(widget).toContainText('Hugging Face keeps 3 tokens; llama.cpp keeps 2 tokens.')
  await expect(widget).toContainText('applies the temperature before top-p')
  await widget.getByLabel('Engine beside').selectOption('ollama')
  await expect(widget).toContainText('stops top-p only when the sum is more than p')
})

test('draws, edge cases and the claim stand below', async ({ page }) => {
  const widget = await open(page, link({ ...five, view: 'draws', on: 'temperature' }))
  await expect(widget).toContainText('1,000 draws with seed 42')
  await expect(widget.getByRole('row', { name: /^A / })).toContainText('636')
  await widget.getByRole('radio', { name: 'Edge cases' }).check()
  await widget.getByRole('button', { name: 'Exactly at p' }).click()
  await expect(answer(widget)).toContainText('2 of 4 tokens stay')
  await widget.getByRole('button', { name: 'k above the vocabulary' }).click()
  await expect(answer(widget)).toContainText('49,152 of 49,152 tokens stay')
  await widget.getByLabel('Preset').selectOption('first-30')
  await expect(widget).toContainText('the first 30 % in the box are circled')
  await expect(widget).toContainText('keeps 2 tokens of 5')
})

test('refuses bad numbers and prompts with a sentence and keeps what was typed', async ({
  page,
}) => {
  const widget = await open(page)
  await widget.getByText('Case on paper: your own numbers').click()
  const hand = widget.getByRole('textbox', { name: /^One token each/ })
  await hand.fill('0.5, NaN')
  await expect(widget).toContainText('"NaN" is no number that')
  await hand.fill('0.5, Infinity')
  await expect(widget).toContainText('"Infinity" is no number that')
  await expect(hand).toHaveValue('0.5, Infinity')
  await expect(answer(widget)).toContainText('of 49,152')
  await hand.fill('0.5, 0.5')
  await expect(answer(widget)).toContainText('2 of 2 tokens')
  await hand.fill('')
  await expect(answer(widget)).toContainText('of 49,152')
  await expect(hand).toBeVisible()
  await expect(hand).toBeFocused()
  await widget.getByText('Or write your own prompt').click()
  const prompt = widget.getByRole('textbox', { name: /^It runs in your browser/ })
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await expect(widget).toContainText('The prompt is empty')
  const emoji = '😀'.repeat(25_000)
  await prompt.fill(emoji)
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await expect(widget).toContainText('50,000 characters')
  await expect(prompt).toHaveValue(emoji)
  await prompt.fill('A short one')
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await expect(widget).toContainText('waits for the live model')
  await expect(answer(widget)).toContainText('of 49,152')
  const temperature = widget.getByRole('textbox', { name: 'Temperature', exact: true })
  await temperature.fill('hot')
  await expect(widget).toContainText('Temperature must be a number')
  await expect(temperature).toHaveValue('hot')
})

test('a link with bad values is followed as far as it can be, and reset forgets', async ({
  page,
}) => {
  const widget = await open(page, link({ topP: '7', chain: 'top_k,top_k', on: 'top_k', topK: '3' }))
  await expect(widget).toContainText('The link was not followed in full')
  await expect(answer(widget)).toContainText('3 of 49,152 tokens stay')
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(answer(widget)).toContainText('33 of 49,152 tokens stay')
  await expect(page).not.toHaveURL(/topK/)
})

test('a refused value leaves the last result and says why', async ({ page }) => {
  const widget = await open(page, link({ engine: 'huggingface', on: 'temperature' }))
  await widget.getByRole('textbox', { name: 'Temperature', exact: true }).fill('0')
  await expect(widget).toContainText('Temperature is 0; this engine wants more than 0')
  await expect(widget).toContainText('The last result stays.')
})

test('numbers open to their working, and the table is taken along', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Effective vocabulary of the model').click()
  await expect(widget).toContainText('entropy of the distribution')
  await widget.getByText('Take it along').click()
  const download = page.waitForEvent('download')
  await widget.getByRole('button', { name: 'Table as CSV' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(text).toContain('rank,token,id,logit,probability')
  expect(text).toContain('␣Sydney,16570')
  for (const name of ['Picture as SVG', 'Picture as PNG']) {
    const picture = page.waitForEvent('download')
    await widget.getByRole('button', { name }).click()
    expect((await picture).suggestedFilename()).toMatch(/\.(svg|png)$/)
  }
})

test('facts of the sheet are told and answered', async ({ page }) => {
  await open(page, link({ ...five, on: 'temperature,top_p', topP: '0.7' }))
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
    widget: 'sampling-lab',
    facts: { keptCount: 2, topK: 0, topP: 0.7, temperature: 1, source: 'hand' },
  })
})

for (const view of ['path', 'engines', 'draws', 'texts', 'edges', 'claim']) {
  test(`the view ${view} has no findings of axe and fits 320 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 })
    const widget = await open(page, link({ view, axis: 'log', on: 'penalties,temperature,top_p' }))
    await expect(widget.getByText('Loading …')).toHaveCount(0)
    expect(await fitsWidth(page)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
}

test('the lab and the page of the models name one size', async ({ page }) => {
  const widget = await open(page)
  const label = await widget.getByRole('button', { name: startLabel }).innerText()
  const sizes = label.match(/[\d.]+ [MG]B/g) ?? []
  expect(sizes).toHaveLength(2)
  await page.goto('models/')
  for (const size of sizes)
    await expect(page.locator('[data-id="SmolLM2-135M-Instruct"]')).toContainText(size)
})

const gpuBox = (widget: Locator) =>
  widget.getByRole('checkbox', { name: /^On the graphics processor \(WebGPU\)/ })

test('WebGPU is not offered without a graphics processor', async ({ page }) => {
  const widget = await open(page)
  await expect(widget.getByRole('button', { name: startLabel })).toBeVisible()
  await page.waitForTimeout(500)
  await expect(gpuBox(widget)).toHaveCount(0)
})

test('WebGPU is offered with its size, and gives way when it fails', async ({ page }) => {
  test.setTimeout(120_000)
  // The page, not its worker, believes in a graphics processor.
  await page.addInitScript(() => {
    const requestAdapter = () => Promise.resolve({ info: { isFallbackAdapter: false } })
    Object.defineProperty(navigator, 'gpu', { value: { requestAdapter } })
  })
  const widget = await open(page)
  const start = widget.getByRole('button', { name: startLabel })
  const plain = await start.innerText()
  await gpuBox(widget).check()
  await expect(start).not.toHaveText(plain)
  expect(await axeFindings(page)).toEqual([])
  await start.click()
  await expect(widget).toContainText('is running in this page', { timeout: 90_000 })
  await expect(widget.getByText(/^WebGPU did not work for this model/)).toBeVisible()
  await expect(gpuBox(widget)).toHaveCount(0)
})

test('a download that goes wrong gets a sentence, and can be tried again or stopped', async ({
  page,
}) => {
  const widget = await open(page, link({ run: 'gold' }))
  await page.route('**/model_q4.onnx_data*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>no such file</p>' }),
  )
  await widget.getByRole('button', { name: /^Start the live model/ }).click()
  const again = widget.getByRole('button', { name: /^Try again: Start the live model/ })
  await expect(again).toBeVisible({ timeout: 40_000 })
  await expect(widget.locator('.w-problem').first()).toHaveText(/\.$/)
  await expect(answer(widget)).toContainText('␣Au 95.8 %')
  await page.unroute('**/model_q4.onnx_data*')
  await page.route('**/model_q4.onnx_data*', () => undefined)
  await again.click()
  await widget.getByRole('button', { name: 'Cancel' }).click()
  await expect(widget).toContainText('Stopped, as you asked.')
  await expect(again).toBeVisible()
})

test('the live model reads a prompt, writes, is forced, rewound and stopped', async ({ page }) => {
  test.setTimeout(180_000)
  const widget = await open(page, link({ maxTokens: '6', on: 'temperature,top_p', seed: '42' }))
  const tokens = widget.getByRole('group', { name: 'The text so far' })
  await widget.getByRole('button', { name: startLabel }).click()
  await expect(widget).toContainText('is running in this page', { timeout: 120_000 })
  await expect(tokens).not.toContainText('Recorded from')
  await expect(answer(widget)).toContainText('␣Sydney 36.2 %')

  const write = widget.getByRole('button', { name: 'Write 6 tokens' })
  const rewind = widget.getByRole('button', { name: /^Rewind to before/ })
  await write.click()
  await expect(rewind).toHaveCount(6, { timeout: 30_000 })
  const first = await rewind.allTextContents()
  await widget.getByRole('button', { name: 'Rewind to the prompt' }).click()
  await expect(rewind).toHaveCount(0)
  await expect(write).toBeEnabled({ timeout: 20_000 })
  await write.click()
  await expect(rewind).toHaveCount(6, { timeout: 30_000 })
  expect(await rewind.allTextContents()).toEqual(first)

  // Token by token, with the same seed, it is the same text.
  await widget.getByRole('button', { name: 'Rewind to the prompt' }).click()
  await expect(rewind).toHaveCount(0)
  for (let count = 1; count <= 6; count++) {
    await widget.getByRole('button', { name: 'Draw the next token' }).click()
    await expect(rewind).toHaveCount(count)
  }
  expect(await rewind.allTextContents()).toEqual(first)

  await rewind.nth(2).click()
  await expect(rewind).toHaveCount(2)
  await widget
    .getByRole('button', { name: /^Take / })
    .nth(3)
    .click()
  await expect(rewind).toHaveCount(3)
  await expect(page).toHaveURL(/sampling-lab\.written=/)
  await widget.getByRole('button', { name: /^Back to branch 1 / }).click()
  await expect(rewind).toHaveCount(6)

  await widget.getByText('Or write your own prompt').click()
  const prompt = widget.getByRole('textbox', { name: /^It runs in your browser/ })
  await prompt.fill('1'.repeat(20_000))
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await expect(widget).toContainText('20,000 tokens', { timeout: 30_000 })
  await expect(prompt).toHaveValue('1'.repeat(20_000))
  await prompt.fill('2 + 2 =')
  await widget.getByRole('button', { name: 'Read this prompt' }).click()
  await expect(tokens).toContainText('2␣+␣2␣=', { timeout: 30_000 })

  await widget.getByRole('textbox', { name: 'Tokens to write' }).fill('200')
  await widget.getByRole('button', { name: 'Write 200 tokens' }).click()
  await widget.getByRole('button', { name: 'Stop', exact: true }).click()
  await expect(widget.getByRole('button', { name: 'Write 200 tokens' })).toBeVisible()
  expect(await rewind.count()).toBeLessThan(200)
})
