import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { axeFindings, expect, fitsWidth, test } from './fixtures'

const chapter = 'inference-memory/'

/** The exercises as the author wrote them; an ordering stands there in its right order. */
const written = parse(readFileSync('src/content/exercises/10-inference-memory.yaml', 'utf8')) as {
  title: string
  items?: { text: string }[]
}[]

const exercise = (page: Page, name: string) => page.getByRole('region', { name })
const check = (page: Page, name: string) =>
  exercise(page, name).getByRole('button', { name: 'Check' })

test.describe('a chapter', () => {
  test('begins with what it is for and ends with its key points and references', async ({
    page,
  }) => {
    await page.goto(chapter)
    const objectives = page.getByRole('region', { name: 'After this chapter you can' })
    await expect(objectives.getByRole('listitem')).toHaveCount(5)
    const head = page.getByRole('main')
    await expect(head.getByText(/min to read, \d+ to play, \d+ for the exercises/)).toBeVisible()
    await expect(head.getByText('Quantization and distillation (chapter 9)')).toBeVisible()
    await expect(head.getByRole('link', { name: /\(chapter 9\)/ })).toHaveCount(0)
    await expect(page.getByRole('region', { name: 'Key points' })).toBeVisible()
    const references = page.getByRole('region', { name: 'References' })
    expect(await references.getByRole('listitem').count()).toBeGreaterThan(5)
  })

  test('cites only what stands in its reference list @base', async ({ page }) => {
    await page.goto(chapter)
    const missing = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#ref-"]')]
        .map((link) => link.hash.slice(1))
        .filter((id) => document.getElementById(id) === null),
    )
    expect(missing).toEqual([])
  })

  test('fits 320 px, and axe finds nothing in light, dark and after answering', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(chapter)
    expect(await fitsWidth(page)).toBe(true)
    await exercise(page, 'The cache of a long prompt').getByRole('textbox').fill('3 GiB')
    await check(page, 'The cache of a long prompt').click()
    await expect(exercise(page, 'The cache of a long prompt').getByRole('status')).not.toBeEmpty()
    await page.getByRole('button', { name: 'KV cache', exact: true }).first().click()
    expect(await axeFindings(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page)).toEqual([])
  })
})

test.describe('terms and citations', () => {
  test('a term opens its card by keyboard, and Escape gives the focus back', async ({ page }) => {
    await page.goto(chapter)
    const term = page.getByRole('button', { name: 'KV cache', exact: true }).first()
    const more = page.locator('wb-card').filter({ has: term }).getByRole('link')
    await expect(term).toHaveAttribute('aria-expanded', 'false')
    await term.focus()
    await page.keyboard.press('Enter')
    await expect(term).toHaveAttribute('aria-expanded', 'true')
    await expect(more).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(more).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(term).toBeFocused()
    await expect(term).toHaveAttribute('aria-expanded', 'false')
    await expect(more).toBeHidden()
  })

  test('a citation shows its source on focus and leads to the reference', async ({ page }) => {
    await page.goto(chapter)
    const citations = page.getByRole('link', { name: /^\(.*20\d\d\)$/ })
    const citation = citations.first()
    const source = page
      .locator('wb-card')
      .filter({ has: citations })
      .first()
      .getByText(/read \d+ \w+ 20/)
      .first()
    await expect(source).toBeHidden()
    await page.keyboard.press('Tab')
    await citation.focus()
    await expect(source).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#ref-/)
  })
})

test.describe('exercises', () => {
  const name = 'The cache of a long prompt'

  test('a number needs its unit, may have another one, and is kept until it is cleared', async ({
    page,
  }) => {
    await page.goto(chapter)
    const field = exercise(page, name).getByRole('textbox')
    const result = exercise(page, name).getByRole('status')
    await field.fill('1.5')
    await check(page, name).click()
    await expect(result).toHaveText(/unit/)
    await field.fill('1.5 GB')
    await check(page, name).click()
    await expect(result).toHaveText(/digits are right, the unit is not/)
    await field.fill('1.61 GB')
    await page.keyboard.press('Enter')
    await expect(result).toHaveText('Right.')
    await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()

    await page.reload()
    await expect(field).toHaveValue('1.61 GB')
    await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()
    await page.getByRole('button', { name: /Clear my answers/ }).click()
    const ask = page.getByRole('dialog', { name: 'Clear answers' })
    await ask.getByRole('button', { name: 'Keep them' }).click()
    await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()
    await page.getByRole('button', { name: /Clear my answers/ }).click()
    await page.keyboard.press('Escape')
    await expect(field).toHaveValue('1.61 GB')
    await page.getByRole('button', { name: /Clear my answers/ }).click()
    expect(await axeFindings(page, 'dialog')).toEqual([])
    await ask.getByRole('button', { name: 'Clear them' }).click()
    await expect(page.getByText(/^0 of \d+ done$/)).toBeVisible()
    await expect(field).toHaveValue('')
  })

  test('checking one exercise leaves what is typed in another', async ({ page }) => {
    await page.goto(chapter)
    const other = exercise(page, 'A quantized cache').getByRole('textbox')
    await other.fill('2.1')
    await exercise(page, name).getByRole('textbox').fill('1536 MiB')
    await check(page, name).click()
    await expect(exercise(page, name).getByRole('status')).toHaveText('Right.')
    await expect(other).toHaveValue('2.1')
  })

  test('a choice answers with a reason, and start again forgets it', async ({ page }) => {
    await page.goto(chapter)
    const region = exercise(page, 'Why the larger file has the smaller cache')
    await region.getByRole('radio', { name: /fewer layers/ }).check()
    await region.getByRole('button', { name: 'Check' }).click()
    await expect(region.getByRole('status')).toHaveText('Not this one.')
    await expect(region.getByText(/It has more, 48 against 40/).first()).toBeVisible()
    await region.getByRole('radio', { name: /share 8 key and value heads/ }).check()
    await region.getByRole('button', { name: 'Check' }).click()
    await expect(region.getByRole('status')).toHaveText('Right.')
    await region.getByRole('button', { name: 'Start again' }).click()
    await expect(region.getByRole('status')).toBeEmpty()
    await expect(region.getByRole('radio', { checked: true })).toHaveCount(0)
  })

  test('an order is set by keyboard', async ({ page }) => {
    await page.goto(chapter)
    const region = exercise(page, 'What to try first')
    const wanted = written.find(({ title }) => title === 'What to try first')?.items ?? []
    await check(page, 'What to try first').click()
    await expect(region.getByRole('status')).toHaveText(/stand in their place/)
    for (const { text } of [...wanted].reverse()) {
      const up = region.getByRole('button', { name: `Move up: ${text}` })
      await up.focus()
      for (let step = 0; step < wanted.length; step += 1) await page.keyboard.press('Enter')
      await expect(up).toBeFocused()
    }
    await check(page, 'What to try first').press('Enter')
    await expect(region.getByRole('status')).toHaveText('Right.')
  })

  test('set the widget until: what the widget tells is graded', async ({ page }) => {
    await page.goto(chapter)
    const region = exercise(page, 'Eight conversations at once')
    await region.getByRole('link', { name: 'Open the widget at the start' }).click()
    await expect(page).toHaveURL(/memory-calculator\.tokens=512&/)
    const widget = page.getByRole('region', { name: 'Memory calculator' })
    await expect(widget).toBeInViewport()
    await expect(async () => {
      await check(page, 'Eight conversations at once').click()
      await expect(region.getByRole('status')).toHaveText(/^Not yet\./, { timeout: 500 })
    }).toPass()
    await page.evaluate(() => {
      const hash = location.hash.replace('.tokens=512&', '.tokens=2055&')
      location.hash = `${hash}&memory-calculator.sequences=8`
    })
    await expect(async () => {
      await check(page, 'Eight conversations at once').click()
      await expect(region.getByRole('status')).toHaveText(/^Right/, { timeout: 500 })
    }).toPass()
  })

  test('a prediction is kept', async ({ page }) => {
    await page.goto(chapter)
    const prediction = page.getByRole('textbox', { name: 'My prediction' }).first()
    await prediction.fill('about 128 layers')
    await prediction.blur()
    await page.reload()
    await expect(prediction).toHaveValue('about 128 layers')
  })
})

test.describe('a verdict belongs to the answer that was checked', () => {
  test('typing takes back the verdict of that field, and not those of the others', async ({
    page,
  }) => {
    await page.goto(chapter)
    const region = exercise(page, 'Bytes per token, three models')
    const field = (name: RegExp) => region.getByRole('textbox', { name })
    await field(/Llama-2-7B/).fill('524288')
    await field(/Llama-3-8B/).fill('131,072')
    await field(/ChatGLM3/).fill('1')
    await check(page, 'Bytes per token, three models').click()
    await expect(region.getByRole('status')).toHaveText('2 of 3 right so far.')
    await field(/ChatGLM3/).fill('28672')
    await expect(region.getByRole('status')).toHaveText('Changed since you checked.')
    await expect(field(/ChatGLM3/)).not.toHaveAttribute('aria-invalid')
    await expect(region.getByText('Right.', { exact: true })).toHaveCount(2)
    await check(page, 'Bytes per token, three models').click()
    await expect(region.getByRole('status')).toHaveText('All right.')
  })

  test('so do a choice and a move in an order', async ({ page }) => {
    await page.goto(chapter)
    const choice = exercise(page, 'Why the larger file has the smaller cache')
    await choice.getByRole('radio', { name: /fewer layers/ }).check()
    await choice.getByRole('button', { name: 'Check' }).click()
    await expect(choice.getByText(/It has more, 48 against 40/).first()).toBeVisible()
    await choice.getByRole('radio', { name: /context length/ }).check()
    await expect(choice.getByRole('status')).toHaveText('Changed since you checked.')
    await expect(choice.getByText(/It has more, 48 against 40/).first()).toBeHidden()

    const order = exercise(page, 'What to try first')
    await check(page, 'What to try first').click()
    await expect(order.getByRole('status')).toHaveText(/stand in their place/)
    await order
      .getByRole('button', { name: /Move down/ })
      .first()
      .click()
    await expect(order.getByRole('status')).toHaveText('Changed since you checked.')
  })

  test('the arrows of an order stand beside their item', async ({ page }) => {
    await page.goto(chapter)
    const rows = exercise(page, 'What to try first').getByRole('list').getByRole('listitem')
    await expect(rows).toHaveCount(4)
    for (const row of await rows.all()) {
      const [own, up, down] = await Promise.all(
        [row, ...(await row.getByRole('button').all())].map((part) => part.boundingBox()),
      )
      if (!own || !up || !down) throw new Error('a row or its buttons are not shown')
      expect(up.y).toBe(down.y)
      expect(up.y).toBeGreaterThanOrEqual(own.y)
      expect(up.y + up.height).toBeLessThanOrEqual(own.y + own.height + 1)
    }
  })
})

test.describe('the way to the widget and back', () => {
  test('an experiment leads to the widget, and the widget back to the experiment', async ({
    page,
  }) => {
    await page.goto(chapter)
    const experiment = page.getByRole('region', { name: 'Twice the query heads' })
    const link = experiment.getByRole('link', { name: 'Set the widget up' })
    await link.click()
    const widget = page.getByRole('region', { name: 'Memory calculator' })
    await expect(widget).toBeInViewport()
    const back = page.getByRole('link', { name: 'Back to experiment 3' })
    await expect(back).toBeInViewport({ ratio: 1 })
    await expect(experiment).not.toBeInViewport()
    expect(await axeFindings(page, '.way-back')).toEqual([])
    const address = page.url()
    await page.keyboard.press('Shift+Tab')
    await expect(back).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(experiment).toBeInViewport()
    await expect(link).toBeFocused()
    await expect(back).toHaveCount(0)
    expect(page.url()).toBe(address)
  })

  test('the way back goes when the reader is back by scrolling', async ({ page }) => {
    await page.goto(chapter)
    const box = page.getByRole('note', { name: 'Claim check' }).last()
    await box.getByRole('link', { name: 'See it yourself' }).click()
    const back = page.getByRole('link', { name: 'Back to the claim check' })
    await expect(back).toBeVisible()
    await expect(box).not.toBeInViewport()
    await box.scrollIntoViewIfNeeded()
    await expect(back).toHaveCount(0)
  })
})

test('every line of display maths is seen in whole, on phones too', async ({ page }) => {
  await page.goto(chapter)
  for (const width of [320, 768, 1280, 1440]) {
    await page.setViewportSize({ width, height: 800 })
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('math[display="block"]')]
        .filter((block) => block.scrollWidth > block.clientWidth)
        .map((block) => block.textContent),
    )
    expect(cut, `${width} px`).toEqual([])
  }
})

test('figure 10.1 has the colours and the order of the calculator', async ({ page }) => {
  await page.goto(chapter)
  const fills = (selector: string, property: 'fill' | 'backgroundColor') =>
    page
      .locator(selector)
      .evaluateAll((parts, name) => parts.map((part) => getComputedStyle(part)[name]), property)
  const figure = page.getByRole('figure').filter({ hasText: 'Figure 10.1' })
  await expect(figure.locator('.legend')).toHaveText(/weights\s*KV cache\s*buffers\s*overhead/)
  const calculator = await fills(
    'pattern:is([id$="-weights"], [id$="-cache"], [id$="-buffers"], [id$="-overhead"]) > rect',
    'fill',
  )
  expect(calculator).toHaveLength(4)
  expect(await fills('#figure-1 .swatch:not(.edge-swatch)', 'backgroundColor')).toEqual(calculator)
})

test.describe('formula cells', () => {
  test('recompute down the page, say what is wrong, and reset', async ({ page }) => {
    const scripts: string[] = []
    page.on('request', (request) => scripts.push(request.url()))
    await page.goto(chapter)
    const heads = page.getByRole('textbox', { name: 'kvHeads', exact: true })
    const perToken = page.getByRole('textbox', { name: 'perToken', exact: true })
    const result = (field: typeof heads) =>
      page.locator('.cell').filter({ has: field }).getByRole('status')
    await expect(result(perToken)).toHaveText('512 KiB (524,288 B)')
    await heads.focus()
    expect(scripts.filter((url) => url.includes('evaluate-cells'))).toEqual([])
    await heads.fill('8')
    await expect(result(perToken)).toHaveText('128 KiB (131,072 B)')
    expect(scripts.filter((url) => url.includes('evaluate-cells'))).not.toEqual([])
    await heads.fill('8 *')
    await expect(result(heads)).toHaveText(/cannot be read/)
    await expect(heads).toHaveAttribute('aria-invalid', 'true')
    await expect(result(perToken)).toHaveText(/"kvHeads" is not known here/)
    await page.getByRole('button', { name: 'Reset the formulas' }).first().click()
    await expect(result(perToken)).toHaveText('512 KiB (524,288 B)')
  })
})

test.describe('reference pages', () => {
  test('the glossary has every term in English and Chinese at its own address @base', async ({
    page,
  }) => {
    await page.goto('glossary/#kv-cache')
    const term = page.getByRole('term').filter({ hasText: 'KV cache' })
    await expect(term).toBeInViewport()
    await expect(term).toContainText('缓存')
    expect(await page.getByRole('term').count()).toBeGreaterThan(100)
  })

  test('the sources say what was read and when', async ({ page }) => {
    await page.goto('sources/')
    const entry = page.getByRole('listitem').filter({ hasText: 'GQA: Training' })
    await expect(entry).toContainText(/read \d+ \w+ 20\d\d/)
    await expect(entry.getByRole('link', { name: 'chapter 10' })).toBeVisible()
  })

  test('my setup counts the progress and clears it', async ({ page }) => {
    await page.goto(chapter)
    await exercise(page, 'The cache of a long prompt').getByRole('textbox').fill('1.5 GiB')
    await check(page, 'The cache of a long prompt').click()
    await expect(page.getByText(/^1 of \d+ done$/)).toBeVisible()
    await page.goto('my-setup/')
    const row = page.getByRole('row', { name: /Inference memory/ })
    await expect(row).toContainText(/1 of \d+ done/)
    await page.getByRole('button', { name: 'Clear all my answers' }).click()
    await page.getByRole('button', { name: 'Clear them' }).click()
    await expect(row).toContainText(/0 of \d+ done/)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('terms are links, results stand there, and every answer can be unfolded @base', async ({
    page,
    baseURL,
  }) => {
    await page.goto(chapter)
    const term = page.getByRole('link', { name: 'KV cache', exact: true }).first()
    const base = new URL(baseURL ?? '').pathname
    await expect(term).toHaveAttribute('href', `${base}glossary/#kv-cache`)
    const region = exercise(page, 'The cache of a long prompt')
    await expect(region.getByRole('button', { name: 'Check' })).toHaveCount(0)
    await region.getByText('Worked answer').click()
    await expect(region.getByText(/1\.5 GiB \(1\.61 GB\)/)).toBeVisible()
    await expect(page.getByText('512 KiB (524,288 B)')).toBeVisible()
  })
})

test('on paper there is no navigation, no empty control, and the answers stand at the end', async ({
  page,
}) => {
  await page.goto(chapter)
  await expect(page.getByRole('heading', { name: 'Worked answers' })).toBeHidden()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0)
  const widget = page.getByRole('region', { name: 'Memory calculator' })
  await expect(widget.getByRole('combobox')).toHaveCount(0)
  await expect(widget.getByRole('textbox')).toHaveCount(0)
  await expect(widget.getByRole('img', { name: 'Memory against context length' })).toBeVisible()
  await expect(widget.getByRole('table').first()).toBeVisible()
  const answer = /1\.5 GiB \(1\.61 GB\)/
  const region = exercise(page, 'The cache of a long prompt')
  await expect(region.getByRole('textbox')).toBeVisible()
  for (const text of [answer, /Bytes per token first/])
    await expect(region.getByText(text)).toBeHidden()
  const answers = page.getByRole('region', { name: 'Worked answers' })
  await expect(answers.getByText(answer)).toBeVisible()
  await expect(answers.getByRole('heading', { level: 3 })).toHaveCount(written.length)
  // What is folded in the experiments is open.
  await expect(page.getByText(/A query is used once/)).toBeVisible()
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(paper).toBe('rgb(255, 255, 255)')
})
