import { mkdtemp, readFile, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Download, Locator, Page } from '@playwright/test'
import { writeGguf } from '../fixtures/write-gguf'
import { axeFindings, expect, fitsWidth, test } from './fixtures'
import { widgetPage } from './widget-page'

const CHAPTER = 'inference-memory/'

const { address: EMBED, link, open } = widgetPage('memory-calculator', 'Memory calculator')

const byHand = { rounding: '0', overhead: '1GiB', utilisation: '0.9' }

const answer = (page: Page) => page.locator('output').first()

/** What a search field offers. */
const found = (widget: Locator, name: string) =>
  widget.getByRole('listbox', { name, exact: true }).getByRole('option')

const textOf = async (download: Download) => readFile(await download.path(), 'utf8')

const llama3 = {
  model_type: 'llama',
  hidden_size: 4096,
  num_hidden_layers: 32,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  intermediate_size: 14336,
  vocab_size: 128256,
  max_position_embeddings: 8192,
  torch_dtype: 'bfloat16',
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('the default result can be read', async ({ page }) => {
    await page.goto(EMBED)
    const widget = page.getByRole('region', { name: 'Memory calculator', exact: true })
    await expect(widget).toContainText('Fits, with')
    await expect(widget.getByRole('row', { name: /^512 / })).toContainText('MiB')
    await expect(widget.getByRole('img', { name: 'Memory against context length' })).toBeVisible()
    await expect(widget.locator('noscript p')).toBeVisible()
  })
})

test('gives the sizes that are worked by hand @base', async ({ page }) => {
  const widget = await open(page, link({ model: 'llama-2-7b', tokens: '512', ...byHand }))
  const row = (name: RegExp) => widget.getByRole('row', { name })
  await expect(widget).toContainText('Llama')
  await expect(row(/^512 /)).toContainText('256 MiB')
  await expect(row(/^512 /)).toContainText('136 MiB')
  await expect(row(/^8,192/)).toContainText('4 GiB')
  await expect(row(/^8,192/)).toContainText('2.125 GiB')
})

test('is worked by keyboard: find a model, find a card, add and remove a row', async ({ page }) => {
  const widget = await open(page)
  const model = widget.getByRole('combobox', { name: 'Model', exact: true })
  await model.focus()
  await page.keyboard.type('llama-3-8b')
  await expect(found(widget, 'Model').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(model).toHaveValue(/Llama 3 8B/i)
  const gpu = widget.getByRole('combobox', { name: 'GPU or machine' })
  await gpu.focus()
  await page.keyboard.type('3060 12')
  await expect(found(widget, 'GPU or machine').first()).toContainText('3060')
  await page.keyboard.press('Enter')
  await expect(gpu).toHaveValue(/3060/)
  await expect(answer(page)).toContainText('Fits')

  await widget.getByRole('textbox', { name: 'Add a row of' }).focus()
  await page.keyboard.type('20000')
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('row', { name: /^20,000/ })).toBeVisible()
  await widget.getByRole('button', { name: 'Remove the row of 20,000 tokens' }).focus()
  await page.keyboard.press('Enter')
  await expect(widget.getByRole('row', { name: /^20,000/ })).toHaveCount(0)
})

test('keeps its state in the address, over a reload, and lets it go at Reset', async ({ page }) => {
  const widget = await open(page)
  const context = widget.getByRole('textbox', { name: 'Context of each sequence' })
  await context.fill('4,000')
  await expect(page).toHaveURL(/#v=1&memory-calculator\.tokens=4000$/)
  await page.reload()
  await expect(context).toHaveValue('4000')
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(context).toHaveValue('8192')
  await expect(page).not.toHaveURL(/tokens/)
})

test('opens on what a link sets, and brings itself into view', async ({ page }) => {
  const hash = link({ model: 'llama-2-7b', tokens: '2048', gpu: 'rtx-3060-12gb' })
  const widget = await open(page, hash, CHAPTER)
  await expect(widget).toBeInViewport()
  await expect(widget.getByRole('textbox', { name: 'Context of each sequence' })).toHaveValue(
    '2048',
  )
  await expect(widget.getByRole('combobox', { name: 'GPU or machine' })).toHaveValue(/3060/)
  const other = link({ model: 'llama-2-7b', tokens: '1024' })
  await page.evaluate((next) => (location.hash = next), other)
  await expect(widget.getByRole('textbox', { name: 'Context of each sequence' })).toHaveValue(
    '1024',
  )
})

test('follows a link of the prose to its preset, twice as well', async ({ page }) => {
  await page.goto(CHAPTER)
  const widget = page.getByRole('region', { name: 'Memory calculator', exact: true })
  const first = page.getByRole('link', { name: 'Set the widget up' }).first()
  const context = widget.getByRole('textbox', { name: 'Context of each sequence' })
  await first.click()
  await expect(widget).toBeInViewport()
  await expect(context).toHaveValue('512')
  await expect(widget.getByRole('row', { name: /^512 / })).toContainText('256 MiB')
  await context.fill('1000')
  await expect(page).toHaveURL(/tokens=1000/)
  await first.click()
  await expect(context).toHaveValue('512')
})

test('leaves a heading in the address and the pairs of other widgets alone', async ({ page }) => {
  const widget = await open(page, '#v=1&other-lab.a=b&memory-calculator.tokens=100')
  await widget.getByRole('textbox', { name: 'Sequences at once' }).fill('2')
  await expect(page).toHaveURL(/other-lab\.a=b/)
  await expect(page).toHaveURL(/sequences=2/)
  await open(page, '#some-heading')
  // The address is written a little after a change; alive and unchanged, nothing is to be written.
  await expect(answer(page)).toContainText('Fits')
  await expect(page).toHaveURL(/#some-heading$/)
})

test('copies a link that means the same to everybody', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const widget = await open(page)
  await widget.getByRole('button', { name: 'Copy link' }).click()
  await expect(widget).toContainText('Link copied.')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('memory-calculator.gpu=rtx-4090')
  expect(copied).toContain('memory-calculator.engine=llama.cpp')
})

test('takes a hash full of junk and script for inert text, with a note', async ({ page }) => {
  const bad = {
    tokens: '-5',
    gpu: '<script>alert(1)</script>',
    engine: 'constructor',
    rows: '1,2,x',
    colour: 'red',
  }
  const widget = await open(page, `${link(bad)}&%%%=&junk=1`)
  await expect(widget).toContainText('Context must be a whole number')
  await expect(widget).toContainText('is not an id')
  await expect(answer(page)).toContainText('Fits, with')
  await widget.getByRole('button', { name: 'Dismiss' }).click()
  await expect(widget).not.toContainText('is not an id')
  await open(page, '#v=1&memory-calculator.config=~notdeflated')
  await expect(widget).toContainText('The link is damaged')
  const bomb = deflateRawSync(Buffer.alloc(50_000_000, 'x')).toString('base64url')
  await open(page, `#v=1&memory-calculator.config=~${bomb}`)
  await expect(widget).toContainText('The link is damaged')
  await open(page, link({ model: 'no-such-model' }))
  await expect(widget).toContainText('There is no model "no-such-model"')
  await expect(answer(page)).toContainText('Fits, with')
})

test('says in one sentence what is wrong beside the field, and keeps the last result', async ({
  page,
}) => {
  const widget = await open(page)
  const before = await answer(page).textContent()
  const cases = [
    ['Context of each sequence', 'many', /Context must be a whole number/],
    ['Context of each sequence', '-1', /Context must be a whole number/],
    ['Context of each sequence', '1e12', /Context must be a whole number/],
    ['How many', '0', /Number of GPUs must be a whole number from 1/],
    ['Free memory', '-3 GB', /not more than zero/],
    ['Sequences at once', '1.5', /Sequences must be a whole number/],
  ] as const
  for (const [name, typed, sentence] of cases) {
    const field = widget.getByRole('textbox', { name })
    await field.fill(typed)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription(sentence)
    await expect(field).toHaveValue(typed)
    expect(await answer(page).textContent()).toBe(before)
    await field.fill(
      name === 'Free memory' ? '' : name === 'Context of each sequence' ? '8192' : '1',
    )
  }
})

test('offers what would make it fit, as buttons that do it', async ({ page }) => {
  const widget = await open(page, link({ tokens: '131072' }))
  await expect(answer(page)).toContainText('Does not fit')
  const help = widget.getByRole('group', { name: 'What would make it fit' })
  await expect(help.getByRole('button', { name: /^Use (?!.*(weights|cache))/ })).toBeVisible()
  await help.getByRole('button', { name: 'Keep the cache in q8_0', exact: true }).click()
  await expect(answer(page)).not.toContainText('Does not fit')
  await widget.getByRole('combobox', { name: 'Keys kept as' }).selectOption('f16')
  await widget.getByRole('combobox', { name: 'Values kept as' }).selectOption('f16')
  await help.getByRole('button', { name: /^Shorten the context/ }).click()
  await expect(answer(page)).not.toContainText('Does not fit')
})

test('never mixes GB and GiB', async ({ page }) => {
  const widget = await open(page)
  await widget.getByRole('radio', { name: 'GB', exact: true }).check()
  const shown = await widget.evaluate((section) =>
    [...section.querySelectorAll('output, svg text, figcaption, td, summary')]
      .map((element) => element.textContent)
      .join(' '),
  )
  expect(shown).not.toMatch(/[KMG]iB/)
  expect(shown).toMatch(/GB/)
})

test('fills the context by retrieval', async ({ page }) => {
  const widget = await open(page, link(byHand))
  await widget.getByRole('checkbox', { name: /filled by retrieval/ }).check()
  await widget.getByRole('textbox', { name: 'Prompt tokens' }).fill('0')
  await widget.getByRole('textbox', { name: 'Answer tokens' }).fill('0')
  await expect(widget).toContainText('Context of a RAG: 2,500 tokens')
  await expect(widget.locator('details', { hasText: 'KV cache' }).first()).toContainText(
    '468.75 MiB',
  )
  await widget.getByRole('textbox', { name: 'Chunks' }).fill('20')
  await widget.getByRole('textbox', { name: 'Tokens in each' }).fill('1000')
  await expect(widget.locator('details', { hasText: 'KV cache' }).first()).toContainText('3.66 GiB')
})

test('reads a pasted config.json, and says what is wrong with another text', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Your own model …').click()
  const box = widget.getByRole('textbox', { name: /Paste a config.json/ })
  const said = (sentence: RegExp) => expect(box).toHaveAccessibleDescription(sentence)
  const before = await answer(page).textContent()
  await box.fill('{"model_type": "llama", ')
  await said(/breaks off/)
  await box.fill(JSON.stringify({ _class_name: 'UNet2DConditionModel', _diffusers_version: '0.1' }))
  await said(/image model/)
  await box.fill(JSON.stringify({ ...llama3, num_hidden_layers: -2 }))
  await said(/num_hidden_layers/)
  await box.fill('hello there')
  await said(/No architecture/)
  expect(await answer(page).textContent()).toBe(before)
  await expect(box).toHaveValue('hello there')

  await box.fill(JSON.stringify(llama3, null, 2))
  await said(/32 layers, 8.03 B parameters/)
  await expect(widget.locator('details', { hasText: 'Cache of one token' }).last()).toContainText(
    '128 KiB',
  )
  await expect(page).toHaveURL(/memory-calculator\.config=~/)
  await page.reload()
  await expect(widget.locator('details', { hasText: 'Cache of one token' }).last()).toContainText(
    '128 KiB',
  )
})

test('reads what ollama show prints', async ({ page }) => {
  const widget = await open(page, link({ model: 'llama-2-7b' }))
  await widget.getByText('Your own model …').click()
  await widget.getByRole('textbox', { name: /Paste a config.json/ }).fill(`  Model
    architecture        qwen2
    parameters          14.8B
    context length      131072
    embedding length    5120
    quantization        Q4_K_M`)
  await expect(widget.getByText(/Understood as/)).toContainText('14B')
})

const tinyGguf = (change: Parameters<typeof writeGguf>[0] = {}) => {
  const tensor = (name: string, ...dims: number[]) => ({
    name,
    dims,
    type: 0,
    bytes: dims.reduce((a, b) => a * b, 4),
  })
  return Buffer.from(
    writeGguf({
      metadata: {
        'general.architecture': 'llama',
        'general.name': 'Tiny of the test',
        'llama.block_count': 1,
        'llama.context_length': 4096,
        'llama.embedding_length': 256,
        'llama.feed_forward_length': 512,
        'llama.attention.head_count': 4,
        'llama.attention.head_count_kv': 2,
      },
      tensors: [
        tensor('token_embd.weight', 256, 1000),
        tensor('blk.0.attn_norm.weight', 256),
        tensor('blk.0.attn_q.weight', 256, 256),
        tensor('blk.0.attn_k.weight', 256, 128),
        tensor('blk.0.attn_v.weight', 256, 128),
        tensor('blk.0.attn_output.weight', 256, 256),
        tensor('blk.0.ffn_norm.weight', 256),
        tensor('blk.0.ffn_gate.weight', 256, 512),
        tensor('blk.0.ffn_up.weight', 256, 512),
        tensor('blk.0.ffn_down.weight', 512, 256),
        tensor('output_norm.weight', 256),
        tensor('output.weight', 256, 1000),
      ],
      ...change,
    }),
  )
}

test('reads the header of a .gguf, and refuses a hostile one', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Your own model …').click()
  const file = widget.getByLabel(/Or drop a config.json or a .gguf/)
  const give = (name: string, buffer: Buffer) =>
    file.setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  const own = widget.getByRole('group', { name: 'Your own model' })
  const before = await answer(page).textContent()
  await give('a.gguf', tinyGguf({ magic: 'GGML' }))
  await expect(own.getByRole('status')).toContainText(/GGUF/)
  await give('b.gguf', tinyGguf({ tensorCount: 2n ** 60n }))
  await expect(own.getByRole('status')).toContainText(/tensors/)
  await give('c.gguf', tinyGguf({ keyCount: 2n ** 62n }))
  await expect(own.getByRole('status')).not.toContainText('Reading')
  await give('d.gguf', tinyGguf().subarray(0, -120))
  await expect(own.getByRole('status')).toContainText('cut off inside its header')
  expect(await answer(page).textContent()).toBe(before)

  // 512,000 of embedding and output, 768 of norms, 196,608 attention, 393,216 feed-forward.
  await give('tiny.gguf', tinyGguf())
  await expect(own).toContainText('Tiny of the test: 1.1 M parameters')
  await expect(widget.locator('details', { hasText: 'Cache of one token' }).last()).toContainText(
    '512 B',
  )
  await own.locator('summary', { hasText: 'Tensors' }).click()
  await expect(own.getByRole('cell', { name: 'blk.0.attn_k.weight' })).toBeVisible()
  await expect(page).toHaveURL(/memory-calculator\.config=~/)
  await page.reload()
  await expect(widget.locator('details', { hasText: 'Cache of one token' }).last()).toContainText(
    '512 B',
  )
})

test('reads no more than the header of a file of 2 GB', async ({ page }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gguf-'))
  const name = path.join(folder, 'large.gguf')
  await writeFile(name, tinyGguf())
  await truncate(name, 2_000_000_000)
  const widget = await open(page)
  await widget.getByText('Your own model …').click()
  const started = Date.now()
  await widget.getByLabel(/Or drop a config.json or a .gguf/).setInputFiles(name)
  await expect(widget).toContainText('Tiny of the test: 1.1 M parameters')
  expect(Date.now() - started).toBeLessThan(5000)
})

test('takes a dropped file', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Your own model …').click()
  const zone = widget.getByRole('group', { name: 'Your own model' })
  await expect(zone).toBeVisible()
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'config.json', { type: 'application/json' }))
    return data
  }, JSON.stringify(llama3))
  await zone.dispatchEvent('drop', { dataTransfer: transfer })
  await expect(zone).toContainText('8.03 B parameters')
})

test('reads nvidia-smi, and says so when there is no GPU in it', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Find out which GPU this is …').click()
  const box = widget.getByRole('textbox', { name: /nvidia-smi/ })
  await box.fill('NVIDIA-SMI has failed because it couldn’t communicate with the NVIDIA driver.')
  await expect(box).toHaveAttribute('aria-invalid', 'true')
  await expect(answer(page)).toContainText('Fits, with')
  await box.fill(
    'NVIDIA GeForce RTX 3060, 12288 MiB, 512 MiB\nNVIDIA GeForce RTX 3060, 12288 MiB, 1024 MiB',
  )
  await expect(widget.getByText(/^Found 2 ×/)).toContainText('11 GiB free')
  await expect(widget.getByRole('textbox', { name: 'How many' })).toHaveValue('2')
})

test('asks the browser for the GPU only at a click, and says what it told', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Find out which GPU this is …').click()
  const own = widget.getByRole('group', { name: 'Find out which GPU this is' })
  await own.getByRole('button', { name: /from the browser/ }).click()
  await expect(own.getByRole('status')).toContainText(/browser/)
})

test('compares setups side by side', async ({ page }) => {
  const widget = await open(page, link({ model: 'qwen1.5-14b', weightFormat: 'Q4_0' }))
  await widget.getByRole('radio', { name: 'Compare setups' }).check()
  const add = widget.getByRole('button', { name: 'Add the setup above' })
  await add.click()
  await expect(page).toHaveURL(/memory-calculator\.kept=/)
  const model = widget.getByRole('combobox', { name: 'Model', exact: true })
  await model.fill('deepseek-r1:14b')
  await page.keyboard.press('Enter')
  // What is as at first is not written.
  await expect(page).not.toHaveURL(/memory-calculator\.model=/)
  const before = page.url()
  await add.click()
  const line = widget.getByRole('row', { name: /^Cache of one token/ })
  await expect(line).toContainText('800 KiB')
  await expect(line).toContainText('192 KiB')
  await expect.poll(() => page.url()).not.toBe(before)
  await page.reload()
  await expect(line).toContainText('800 KiB')
  await widget.getByRole('button', { name: /^Remove Qwen1.5/ }).click()
  await expect(line).not.toContainText('800 KiB')
})

test('lays the published table beside the true one', async ({ page }) => {
  const widget = await open(page, link({ model: 'llama-2-7b', view: 'post' }))
  const row = widget.getByRole('row', { name: /^512 / })
  await expect(row).toContainText('256 MiB')
  await expect(row).toContainText('12×')
  await widget
    .getByRole('combobox', { name: 'Model that the post names' })
    .selectOption('llama-3-8b')
  await expect(row).toContainText('48×')
  await widget
    .getByRole('combobox', { name: 'Model that the post names' })
    .selectOption('llama-2-7b')
  await widget.getByRole('button', { name: 'Set 384 layers' }).click()
  await expect(row).toContainText('1×')
  await widget.locator('.panels').getByRole('button', { name: 'The model’s own shape' }).click()
  await expect(row).toContainText('12×')
})

test('opens every number to its working', async ({ page }) => {
  const widget = await open(page)
  const weights = widget.locator('details', { hasText: 'KV cache' }).first()
  await weights.locator('summary').click()
  await expect(weights.locator('math').first()).toBeVisible()
  await expect(weights).toContainText('48')
  await expect(weights.getByRole('link').first()).toHaveAttribute('href', /^https:/)
  for (const name of [
    'Weights',
    'Compute buffers',
    'Overhead',
    'Longest context',
    'Writing speed',
  ]) {
    const number = widget.locator('details', { hasText: name }).filter({ has: page.locator('b') })
    await number.last().locator('summary').click()
    await expect(number.last().locator('.working section').first()).toBeVisible()
  }
})

test('takes the table, the picture and the command along', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Take it along').click()
  const take = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      widget.getByRole('button', { name }).click(),
    ])
    return download
  }
  const csv = await take('Table as CSV')
  expect(csv.suggestedFilename()).toMatch(/^memory-calculator-.*\.csv$/)
  expect(await textOf(csv)).toMatch(
    /^Tokens,Cache f16 \(bytes\),All with f16 \(bytes\),Status with f16,/,
  )
  expect(await textOf(await take('Table as Markdown'))).toContain('| ---: |')
  const svg = await textOf(await take('Picture as SVG'))
  expect(svg).toContain('<desc>Of 24 GiB on the card')
  for (const told of ['on GeForce RTX 4090', '>Compute buffers</text>', 'may be used</text>']) {
    expect(svg).toContain(told)
  }
  const png = await readFile(await (await take('Picture as PNG')).path())
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  await expect(widget.getByText(/llama-server/).first()).toBeVisible()
  await widget.getByRole('combobox', { name: 'Engine' }).selectOption('vllm')
  await expect(widget.locator('pre')).toContainText('vllm serve')
  await expect(widget).toContainText('Saved as')
  await widget.getByRole('button', { name: 'Reset' }).click()
  await expect(widget).not.toContainText('Saved as')
})

test('keeps My setup and begins with it', async ({ page }) => {
  const widget = await open(page, link({ gpu: 'rtx-3060-12gb' }))
  await expect(widget.getByRole('combobox', { name: 'GPU or machine' })).toHaveValue(/3060/)
  await widget.getByRole('button', { name: 'Keep this as mine' }).click()
  await expect(widget).toContainText('Kept')
  await open(page)
  await expect(widget.getByRole('combobox', { name: 'GPU or machine' })).toHaveValue(/3060/)
  await open(page, link({ gpu: 'rtx-4090' }))
  await expect(widget.getByRole('combobox', { name: 'GPU or machine' })).toHaveValue(/4090/)
  await open(page, '#v=1&setup.gpu=rtx-4090')
  await expect(widget.getByRole('combobox', { name: 'GPU or machine' })).toHaveValue(/4090/)
})

test('has a page of its own for My setup, whose link carries it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('my-setup/')
  const form = page.getByRole('region', { name: 'My setup', exact: true })
  await expect(page.locator('astro-island[ssr]', { has: form })).toHaveCount(0)
  await form.getByRole('combobox', { name: 'Engine' }).selectOption('vllm')
  await form.getByRole('button', { name: 'Keep as my setup' }).click()
  await expect(form).toContainText('Kept')
  await form.getByRole('button', { name: 'Copy a link to it' }).click()
  await expect(form).toContainText('Link copied')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('setup.engine=vllm')
  const widget = await open(page)
  await expect(widget.getByRole('combobox', { name: 'Engine' })).toHaveValue('vllm')
  await page.goto('my-setup/')
  await form.getByRole('button', { name: 'Forget it' }).click()
  await expect(form).toContainText('Forgotten')
  await open(page)
  await expect(widget.getByRole('combobox', { name: 'Engine' })).toHaveValue('llama.cpp')
})

test('tells its facts on every change and to those who ask', async ({ page }) => {
  const widget = await open(page)
  await page.evaluate(() => {
    document.addEventListener('workbook:facts', (event) => {
      if (event instanceof CustomEvent)
        document.documentElement.dataset['facts'] = JSON.stringify(event.detail)
    })
    document.dispatchEvent(new CustomEvent('workbook:ask-facts'))
  })
  const facts = () => page.evaluate(() => document.documentElement.dataset['facts'] ?? '')
  expect(await facts()).toContain('"tokens":8192')
  await widget.getByRole('textbox', { name: 'Context of each sequence' }).fill('512')
  await expect.poll(facts).toContain('"tokens":512')
  expect(await facts()).toContain('"widget":"memory-calculator"')
})

test('tells the page around it how high it is', async ({ page, baseURL }) => {
  await page.goto(EMBED)
  const height = await page.evaluate(
    (address) =>
      new Promise((resolve) => {
        addEventListener('message', (event: MessageEvent<{ type?: string; height?: number }>) => {
          if (event.data.type === 'workbook:height') resolve(event.data.height)
        })
        const frame = document.createElement('iframe')
        frame.src = address
        document.body.append(frame)
      }),
    new URL(EMBED, baseURL).href,
  )
  expect(height).toBeGreaterThan(400)
})

test('tries again when a list does not load', async ({ page }) => {
  let broken = true
  await page.route('**/data/models.json', (route) =>
    broken ? route.fulfill({ body: 'nonsense' }) : route.continue(),
  )
  const widget = await open(page)
  const model = widget.getByRole('combobox', { name: 'Model', exact: true })
  await model.click()
  await expect(widget).toContainText('The list could not be loaded.')
  broken = false
  await widget.getByRole('button', { name: 'Try again' }).click()
  await model.fill('mistral')
  await expect(found(widget, 'Model').first()).toContainText('Mistral')
})

const looks = [
  { scheme: 'light', views: ['Compare setups', 'What the blog post says'] },
  { scheme: 'dark', views: [] },
] as const
for (const { scheme, views } of looks) {
  test(`has nothing that axe finds after use, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    const widget = await open(page, link({ tokens: '131072' }))
    for (const part of [
      'More settings',
      'What if the model had',
      'Take it along',
      'Find out which GPU this is …',
      'Your own model …',
    ]) {
      await widget.locator('summary', { hasText: part }).click()
    }
    await widget.locator('details', { hasText: 'KV cache' }).first().locator('summary').click()
    await expect(widget.locator('math').first()).toBeVisible()
    await widget.getByRole('textbox', { name: 'How many' }).fill('0')
    expect(await axeFindings(page)).toEqual([])
    for (const view of views) {
      await widget.getByRole('radio', { name: view }).check()
      await expect(widget.locator('.panels')).not.toContainText('Loading')
      expect(await axeFindings(page, '.panels')).toEqual([])
    }
  })
}

test('needs no sideways scrolling at 320 pixels, and keeps the answer in sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const widget = await open(page)
  expect(await fitsWidth(page)).toBe(true)
  await widget.getByRole('combobox', { name: 'Engine' }).scrollIntoViewIfNeeded()
  await expect(widget.locator('.glance')).toBeInViewport()
  await expect(widget.locator('.glance')).toHaveText(/fits: [\d.]+ GiB of 24 GiB/)
  for (const name of [
    'More settings',
    'What if the model had',
    'Your own model …',
    'Take it along',
  ]) {
    const summary = page.locator('summary', { hasText: name })
    await summary.click()
    await expect(widget.locator('details[open]', { has: summary })).not.toContainText('Loading')
    expect(await fitsWidth(page), name).toBe(true)
  }
  for (const name of ['Compare setups', 'What the blog post says']) {
    await widget.getByRole('radio', { name }).check()
    await expect(widget.locator('.panels')).not.toContainText('Loading')
    expect(await fitsWidth(page), name).toBe(true)
  }
})

test('stands beside its inputs at 1280 pixels, and shows its tables whole', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const hash = link({ model: 'llama-2-7b', view: 'post' })
  const widget = await open(page, hash, CHAPTER)
  // A link to a view shows that view, not the head of the widget.
  await expect(widget.getByRole('radio', { name: 'What the blog post says' })).toBeInViewport()
  const table = widget.getByRole('region', { name: /published table/ })
  const cut = (box: Locator) =>
    box.evaluate((it) => [it.scrollWidth - it.clientWidth, it.scrollHeight - it.clientHeight])
  await expect(table.getByText('48 GB')).toBeVisible()
  expect(await cut(table)).toEqual([0, 0])
  const model = await widget.getByRole('combobox', { name: 'Model', exact: true }).boundingBox()
  const result = await answer(page).boundingBox()
  expect(result?.x).toBeGreaterThan((model?.x ?? 0) + (model?.width ?? 0))
  await widget.getByRole('radio', { name: 'GB', exact: true }).check()
  await expect(table).toContainText('48 GB')

  await widget.getByRole('radio', { name: 'Compare setups' }).check()
  const add = widget.getByRole('button', { name: 'Add the setup above' })
  await add.click()
  const compared = widget.getByRole('region', { name: 'Setups side by side' })
  await expect(compared.getByRole('row', { name: /^Writing speed/ })).toBeVisible()
  expect((await cut(compared))[1]).toBe(0)
})

test('opens the part that an experiment asks for', async ({ page }) => {
  await page.goto(CHAPTER)
  const widget = page.getByRole('region', { name: 'Memory calculator', exact: true })
  await page.getByRole('link', { name: 'Set the widget up' }).first().click()
  const layers = widget.getByRole('textbox', { name: 'Layers' })
  await expect(layers).toBeVisible()
  await layers.fill('384')
  await expect(widget.getByRole('row', { name: /^512 / })).toContainText('3 GiB')
})

test('keeps 1,536 layers over a reload, and refuses heads that do not divide', async ({ page }) => {
  const widget = await open(page, link({ model: 'llama-3-8b', view: 'post' }))
  await widget.getByRole('button', { name: 'Set 1536 layers' }).click()
  await expect(page).toHaveURL(/layers=1536/)
  await page.reload()
  const layers = widget.getByRole('textbox', { name: 'Layers' }).first()
  await expect(layers).toHaveValue('1536')
  await expect(layers).toHaveAttribute('aria-invalid', 'false')
  const heads = widget.getByRole('textbox', { name: 'Key and value heads' }).first()
  await heads.fill('5')
  await expect(heads).toHaveAccessibleDescription(/5, which does not divide the 32 attention heads/)
})

test('takes over what was typed and opened before it came alive', async ({ page }) => {
  const held: (() => void)[] = []
  let hold = true
  await page.route('**/*.js', async (route) => {
    if (hold) await new Promise<void>((resolve) => held.push(resolve))
    await route.continue()
  })
  await page.goto(EMBED, { waitUntil: 'commit' })
  const widget = page.getByRole('region', { name: 'Memory calculator', exact: true })
  const context = widget.getByRole('textbox', { name: 'Context of each sequence' })
  await context.fill('131072')
  await widget.getByText('More settings').click()
  await widget.getByText('Your own model …').click()
  await widget.locator('summary', { hasText: 'Weights' }).click()
  await widget.getByRole('combobox', { name: 'Weights format' }).selectOption('Q8_0')
  await widget.getByRole('radio', { name: 'GB', exact: true }).check()
  hold = false
  for (const release of held) release()
  await expect(page.locator('astro-island[ssr]', { has: widget })).toHaveCount(0)
  await expect(answer(page)).toContainText('Does not fit')
  await expect(answer(page)).toContainText('GB')
  await expect(context).toHaveValue('131072')
  await expect(widget.getByRole('combobox', { name: 'Weights format' })).toHaveValue('Q8_0')
  await expect(widget.getByRole('checkbox', { name: 'Flash attention' })).toBeVisible()
  await expect(widget.getByRole('textbox', { name: /Paste a config.json/ })).toBeVisible()
  await expect(widget.locator('.working').first()).toBeVisible()
  await expect(page).toHaveURL(/tokens=131072/)
})

test('lets the same preset be chosen again', async ({ page }) => {
  const widget = await open(page)
  const preset = widget.getByRole('combobox', { name: 'Preset' })
  const context = widget.getByRole('textbox', { name: 'Context of each sequence' })
  for (const _ of [1, 2]) {
    await preset.selectOption('exp-2')
    await expect(context).toHaveValue('512')
    await expect(preset).toHaveValue('')
    await context.fill('1000')
  }
})

test('follows a link right after a change, and writes nothing over it', async ({ page }) => {
  const widget = await open(page)
  const context = widget.getByRole('textbox', { name: 'Context of each sequence' })
  await context.fill('1000')
  await page.evaluate((next) => (location.hash = next), link({ tokens: '2000' }))
  await expect(context).toHaveValue('2000')
  await widget.getByRole('textbox', { name: 'Sequences at once' }).fill('2')
  await expect(page).toHaveURL(/sequences=2/)
  await expect(page).toHaveURL(/tokens=2000/)
})

test('says what a link sets that nothing here knows', async ({ page }) => {
  const widget = await open(page, '#v=1&config=%7Bbad&kept=%00%ff')
  await expect(widget).toContainText('The link sets "config", which nothing here knows.')
  await expect(widget).toContainText('The link sets "kept"')
  await open(page, '#v=1&memory-calculator.kept=%00%ff&memory-calculator.config=%7Bbad')
  await expect(widget).toContainText('is no setup')
  await expect(widget).toContainText('The JSON breaks off')
})

test('asks where a pasted text may mean two things', async ({ page }) => {
  const widget = await open(page)
  await widget.getByText('Your own model …').click()
  const box = widget.getByRole('textbox', { name: /Paste a config.json/ })
  await box.fill(`architecture  qwen2
    parameters          7.6B
    context length      131072
    embedding length    3584
    quantization        Q4_K_M`)
  await expect(widget.getByText(/Understood as/)).toContainText('Qwen2.5 7B')
  await widget.getByRole('button', { name: /^It is DeepSeek-R1-Distill/ }).click()
  await expect(widget.getByRole('combobox', { name: 'Model', exact: true })).toHaveValue(/Distill/)
  for (const [text, sentence] of [
    ['[1,2,3]', /is a list/],
    ['https://huggingface.co/Qwen/Qwen2.5-7B', /cannot be fetched/],
  ] as const) {
    await box.fill(text)
    await expect(box).toHaveAccessibleDescription(sentence)
  }
  const gpu = widget.getByRole('combobox', { name: 'GPU or machine' })
  await widget.getByText('Find out which GPU this is …').click()
  const smi = widget.getByRole('textbox', { name: /nvidia-smi/ })
  await smi.fill('NVIDIA GeForce RTX 4090, 24564 MiB, 24564 MiB')
  await expect(smi).toHaveAccessibleDescription(/Nothing is free on GeForce RTX 4090/)
  await smi.fill('NVIDIA GeForce RTX 4090, 24564 MiB, 1024 MiB')
  await expect(smi).toHaveAccessibleDescription(/read as total and used/)
  await widget.getByRole('button', { name: /second number is what is free: 1 GiB/ }).click()
  await expect(answer(page)).toContainText('1 GiB is there')
  await smi.fill('NVIDIA GeForce RTX 9990, 16384 MiB, 0 MiB')
  await expect(gpu).toHaveValue('your card of 16 GiB')
  await expect(widget).not.toContainText('Writing speed')
  await expect(page).toHaveURL(/gpu=own/)
  await page.reload()
  await expect(gpu).toHaveValue('your card of 16 GiB')
})

test('says what it would take where nothing helps', async ({ page }) => {
  const widget = await open(page, link({ model: 'deepseek-v3', gpu: 'rtx-3060-12gb' }))
  await expect(widget).toContainText('it would take 64 × GeForce RTX 3060')
})

test('has buttons that a finger can hit', async ({ page }) => {
  const widget = await open(page)
  const remove = widget.getByRole('button', { name: 'Remove the row of 512 tokens' })
  const { width = 0, height = 0 } = (await remove.boundingBox()) ?? {}
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
})
