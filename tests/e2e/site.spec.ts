import { readdirSync, readFileSync } from 'node:fs'
import { axeFindings, expect, fitsWidth, test } from './fixtures'

test('a new reader changes one input on the home page and sees a changed answer without scrolling at 320 px @base', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 })
  await page.goto('./')
  const slider = page.getByRole('slider', { name: /tokens/i })
  await expect(slider).toBeInViewport({ ratio: 1 })
  const answer = page.getByText(/of cache/)
  await expect(answer).toBeInViewport({ ratio: 1 })
  const before = await answer.textContent()
  await slider.press('End')
  await expect(answer).not.toHaveText(before ?? '')
  await expect(answer).toContainText('131,072 tokens')
  await expect(page.evaluate(() => window.scrollY)).resolves.toBe(0)
  expect(await fitsWidth(page)).toBe(true)
})

test('the home page hands what was chosen to the calculator @base', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('combobox', { name: 'Model' }).selectOption('Qwen3-8B')
  await page.getByRole('slider', { name: /tokens/i }).press('End')
  await page.getByRole('link', { name: 'Use your own model and card' }).click()
  await expect(page).toHaveURL(/inference-memory\/#v=1&memory-calculator\.model=qwen3-8b&/)
  const calculator = page.getByRole('region', { name: 'Memory calculator' })
  await expect(calculator).toBeInViewport()
  await expect(calculator.getByText(/^Qwen3[ -]8B on /)).toBeVisible()
  await expect(calculator.getByRole('textbox', { name: /Context of each sequence/ })).toHaveValue(
    /131,?072/,
  )
})

test('the home page says what this is and maps all eleven chapters', async ({ page }) => {
  await page.goto('./')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LLM Workbook')
  const map = page.getByRole('navigation', { name: 'Map of the book' })
  await expect(map.getByRole('listitem')).toHaveCount(11)
  await map.getByRole('link', { name: 'Inference memory and the KV cache' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Inference memory')
})

test('chapters that are not written stay out of the navigation', async ({ page }) => {
  await page.goto('inference-memory/')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('link', { name: /Inference memory/ })).toBeVisible()
  await expect(navigation.getByText(/Prompt engineering|Capstone/)).toHaveCount(0)
})

test('search finds the chapter, by keyboard @base', async ({ page }) => {
  await page.goto('./')
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search the book' })
  await dialog.getByRole('searchbox').fill('grouped-query')
  await expect(dialog.getByText('Inference memory and the KV cache').first()).toBeVisible()
  expect(await axeFindings(page)).toEqual([])
  await dialog.getByRole('link', { name: /Who shares a key/ }).click()
  await expect(page).toHaveURL(/inference-memory\/#/)
})

test('search says so when nothing is found', async ({ page }) => {
  await page.goto('./')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('searchbox').fill('zzzz')
  await expect(page.getByRole('status')).toHaveText('Nothing found for “zzzz”.')
})

test('the accuracy page shows every kind, the chart and the sources', async ({ page }) => {
  await page.goto('accuracy/')
  const kinds = page.getByRole('region', { name: 'Errors by kind' })
  for (const name of ['Parameters', 'GGUF sizes', 'KV cache', 'Decode speed'])
    await expect(kinds.getByRole('rowheader', { name, exact: true })).toBeVisible()
  await expect(page.getByRole('img', { name: /errors/i })).toBeVisible()
  const rows = page.getByRole('region', { name: 'All comparisons' }).getByRole('row')
  expect(await rows.count()).toBeGreaterThan(150)
  await expect(page.getByText('NaN')).toHaveCount(0)
  const cache = kinds.getByRole('row', { name: /^KV cache/ })
  await expect(cache).toContainText(/never off by more than 2 %/)
  await expect(cache).toContainText(/1\.14 %/)
  await expect(cache).toContainText(/and 6\.48 % for a source of low confidence/)
})

const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('index.html'))
  .map((file) => file.replace(/index\.html$/, '') || './')

for (const path of pages) {
  test(`${path} fits a small screen and has no axe finding, in light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    expect(await fitsWidth(page)).toBe(true)
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
}

test('every page of the build carries the content security policy', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  const pages = files.filter((file) => file.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(7)
  for (const file of pages)
    expect(readFileSync(`dist/${file}`, 'utf8'), file).toMatch(
      /<head[^>]*><meta http-equiv="Content-Security-Policy" content="[^"]*connect-src 'self'/,
    )
})

test('a wrong address gets a page that helps', async ({ browser, baseURL }) => {
  const page = await browser.newPage()
  const answer = await page.goto(`${baseURL}no-such-page/`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not in the book')
  await page.getByRole('link', { name: 'front page' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('LLM Workbook')
  await page.close()
})
