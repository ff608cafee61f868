import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { axeFindings, expect, test } from './fixtures'
import { longestTask } from './main-thread'
import { widgetPage } from './widget-page'

const { link, open } = widgetPage('rag-lab', 'RAG lab')
const verdict = (widget: Locator) => widget.locator('output').first()
const stage = (widget: Locator, name: RegExp) =>
  widget.getByRole('list', { name: 'The nine stages' }).getByRole('button', { name })
const candidates = (widget: Locator) =>
  widget.getByRole('list', { name: 'The candidates' }).getByRole('listitem')
const problem = (widget: Locator) => widget.getByRole('status').and(widget.locator('.w-problem'))
const question = (widget: Locator) => widget.getByLabel('Your question', { exact: true })
const ownText = (widget: Locator) => widget.getByLabel('Your text (Markdown or plain)')
const startWriter = (widget: Locator) => widget.getByRole('button', { name: /Start SmolLM2/ })

/** A text of about so many characters in which every sentence is another one. */
const longText = (length: number): string => {
  const lines = Array.from(
    { length: Math.ceil(length / 100) },
    (_, n) =>
      `Lamp ${n} of the long corridor is painted in colour ${n * 7}; its keeper of floor ${n % 9} checks it on day ${n % 28}.${n % 3 === 0 ? '\n\n' : ' '}`,
  )
  return lines.join('').slice(0, length)
}

/** Puts a text in at once: to type many lines takes a browser minutes. */
const put = (widget: Locator, text: string) =>
  ownText(widget).evaluate((field, value) => {
    if (field instanceof HTMLTextAreaElement) field.value = value
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, text)

/** Answers the first request for a model's file with its first bytes only. */
const cutOnce = async (page: Page, file: string, bytes: number) => {
  const body = readFileSync(`public/models/${file}`).subarray(0, bytes)
  await page.route(`**/models/${file}`, (route) => route.fulfill({ body }), { times: 1 })
}

/** Ends the page's workers, as a browser does when memory runs short. */
const endWorkers = (page: Page) =>
  Promise.all(page.workers().map((worker) => worker.evaluate(() => self.close())))

test.describe.configure({ timeout: 240_000 })

test('late interaction over all questions is recorded, and needs no model', async ({ page }) => {
  const models: string[] = []
  page.on('request', (request) => {
    if (/\/models\//.test(request.url())) models.push(request.url())
  })
  const widget = await open(page)
  await widget.getByLabel('Preset').selectOption('exp-2-rerank')
  await expect(verdict(widget)).toContainText('Both pieces of the evidence are in the prompt')
  await expect(widget.getByText(/^Recorded from all-MiniLM-L6-v2/)).toHaveCount(2)
  await expect(widget).toContainText(/On 25 questions .* What the reranker changed: Recall@k/)
  await expect(widget.getByRole('row', { name: /^MRR/ })).toContainText(/95 % interval .* to /)
  for (const [model, name] of [
    ['all-MiniLM-L6-v2', /^Recorded from all-MiniLM/],
    ['multilingual-e5-small-en-zh', /^Recorded from multilingual-e5/i],
  ] as const) {
    const state = { corpus: 'tea-travel', indexModel: model, queryModel: model }
    await open(
      page,
      link({ ...state, reranker: 'late-interaction', view: 'all-questions', stage: 'rerank' }),
    )
    await expect(widget.getByText(name).first()).toBeVisible()
    await expect(widget.getByRole('row', { name: /^MRR/ })).toContainText(/on (all )?25 questions/)
  }
  expect(models).toEqual([])
  // What was not recorded is asked of the embedder.
  await widget.getByLabel('Question', { exact: true }).selectOption('own')
  await question(widget).fill('出差多少天?')
  await expect(widget.getByRole('button', { name: /^Start multilingual/ }).first()).toBeVisible()
})

test('a prompt beyond the model’s window gets a sentence, and nothing is lost', async ({
  page,
}) => {
  const text = longText(50_000)
  const asked = 'Which colour has lamp 40 of the long corridor?'
  const widget = await open(
    page,
    link({
      ...{ corpus: 'own', ownQuestion: asked, method: 'bm25', k: '100', keepN: '100' },
      ...{ tokenBudget: '1000000', source: 'live', stage: 'model', maxTokens: '5' },
    }),
  )
  await ownText(widget).fill(text)
  await startWriter(widget).first().click()
  const write = widget.getByRole('button', { name: 'Answer this prompt' })
  await write.click({ timeout: 90_000 })
  await expect(problem(widget)).toHaveText(
    /^The prompt has [\d,]+ tokens; with the answer it does not fit the model’s window of 8,192\. Lower the budget\.$/,
    { timeout: 60_000 },
  )
  await expect(ownText(widget)).toHaveValue(text)
  await expect(question(widget)).toHaveValue(asked)
  await stage(widget, /7\. Prompt/).click()
  await widget.getByLabel('Token budget').fill('200')
  await stage(widget, /8\. Language/).click()
  await expect(problem(widget)).toHaveCount(0)
  await write.click()
  await expect(problem(widget)).toHaveCount(0)
  await expect(widget.getByLabel('The answer', { exact: true })).toContainText(
    'It ends early: it was cut at the most tokens, or stopped.',
    { timeout: 60_000 },
  )
})

test('an embedder that fails half way, and one that ends, can be started again', async ({
  page,
}) => {
  const asked = 'How is a tripped OVP cleared?'
  const state = { method: 'dense', size: '150', overlap: '0', stage: 'retrieval', question: 'own' }
  const widget = await open(page, link({ ...state, ownQuestion: asked }))
  await cutOnce(page, 'all-MiniLM-L6-v2/onnx/model_quantized.onnx', 12_000_000)
  const start = widget.getByRole('button', { name: /Start all-MiniLM-L6-v2/ }).first()
  await start.click()
  await expect(problem(widget)).toHaveText(
    /^The download of onnx\/model_quantized\.onnx stopped after 12\.0 MB of 24\.7 MB; [^.]+\.$/,
    { timeout: 30_000 },
  )
  await expect(start).toHaveText(/^Try again: /)
  await start.click()
  await expect(widget.getByText(/^.*Embedding: \d+ of 111 texts/)).toBeVisible({ timeout: 60_000 })
  await endWorkers(page)
  await expect(problem(widget)).toHaveText(/ended the model’s worker/)
  await start.click()
  await expect(candidates(widget)).toHaveCount(5, { timeout: 120_000 })
  await expect(question(widget)).toHaveValue(asked)
})

test('a language model that fails half way, and one that ends, can be started again', async ({
  page,
}) => {
  const asked = 'How is a tripped OVP cleared?'
  const state = { method: 'bm25', question: 'own', ownQuestion: asked, stage: 'model' }
  const widget = await open(page, link({ ...state, source: 'live', maxTokens: '40' }))
  await cutOnce(page, 'SmolLM2-135M-Instruct/tokenizer.json', 700_000)
  await startWriter(widget).click()
  await expect(problem(widget)).toHaveText(
    /^The download of tokenizer\.json stopped after 0\.7 MB of 1\.6 MB; [^.]+\.$/,
    { timeout: 60_000 },
  )
  await expect(startWriter(widget)).toHaveText(/^Try again: /)
  await startWriter(widget).click()
  const write = widget.getByRole('button', { name: /^Answer (this prompt|again)$/ })
  await write.click({ timeout: 90_000 })
  const answer = widget.getByLabel('The answer', { exact: true })
  await expect(answer).not.toContainText(/^(The model (reads|has not)|$)/, { timeout: 60_000 })
  await endWorkers(page)
  await expect(problem(widget)).toHaveText(/ended the model’s worker/)
  await expect(question(widget)).toHaveValue(asked)
  await startWriter(widget).click()
  await write.click({ timeout: 90_000 })
  await expect(write).toBeVisible({ timeout: 90_000 })
  await expect(problem(widget)).toHaveCount(0)
})

test('likelihoods over all questions: progress, and a stop keeps what was done', async ({
  page,
}) => {
  const state = { corpus: 'glacier-diary', method: 'bm25', k: '2', keepN: '1', size: '200' }
  const widget = await open(
    page,
    link({ ...state, overlap: '0', reranker: 'question-likelihood', view: 'all-questions' }),
  )
  await startWriter(widget).first().click()
  const score = widget.getByRole('button', { name: /of a question and a candidate/ })
  await expect(score).toHaveText(/^Score 40 pairs/, { timeout: 90_000 })
  await score.click()
  await expect(widget.getByText(/^[2-9] of 40 pairs scored/).first()).toBeVisible({
    timeout: 90_000,
  })
  await widget.getByRole('button', { name: 'Stop scoring' }).first().click()
  await expect(score).toHaveText(/^Score 3[0-8] pairs/)
  await expect(widget).toContainText('This waits for the likelihoods of the question.')
})

test('own questions of an own text are judged together, by likelihood to the end', async ({
  page,
}) => {
  const text = `The pot on the stove is blue.\n\nThe cup in the yard is red.\n\nThe lamp by the pot is green.`
  const state = { corpus: 'own', text, method: 'bm25', k: '3', keepN: '3', view: 'all-questions' }
  const widget = await open(page, link({ ...state, size: '40', overlap: '0', stage: 'rerank' }))
  await expect(widget).toContainText('This text has no questions with marked evidence yet.')
  const questions = widget.getByLabel(/^Your questions: each on a line/)
  await questions.fill(
    'What colour is the pot on the stove?\nis blue\n\nWhat colour is the lamp?\nis green\nis pink',
  )
  await expect(widget).toContainText('2 questions; 2 of 3 quotes found in the text')
  await expect(widget).toContainText(/On 2 questions the kept passages hold 100 %/)
  await widget.getByLabel('Reranker', { exact: true }).selectOption('question-likelihood')
  await startWriter(widget).first().click()
  const score = widget.getByRole('button', { name: /of a question and a candidate/ })
  await score.click({ timeout: 90_000 })
  await expect(widget.getByRole('row', { name: /^MRR/ })).toContainText(/on (all )?2 questions/, {
    timeout: 120_000,
  })
  await expect(widget).toContainText(/That it helps cannot be shown on these questions; it cost 6/)
  await widget.getByRole('button', { name: 'What colour is the lamp?' }).click()
  await expect(widget.getByLabel('Question', { exact: true })).toHaveValue('own-2')
  await expect(questions).toHaveValue(/is pink$/)
  // The address is written a moment after the last letter.
  await page.waitForTimeout(800)
  await page.reload()
  await expect(questions).toHaveValue(/is pink$/)
  expect(await axeFindings(page)).toEqual([])
})

test('a text of 50,000 characters is cut without holding the page', async ({ page }) => {
  for (const change of [{}, { strategy: 'sentence' }, { size: '100', overlap: '50' }]) {
    const widget = await open(
      page,
      link({ corpus: 'own', text: 'Tea.', ownQuestion: 'Lamp 40?', method: 'bm25', ...change }),
    )
    const longest = await longestTask(page, async () => {
      await put(widget, longText(50_000))
      await expect(stage(widget, /5\. Retrieval/)).toContainText('5 candidates')
      await page.waitForTimeout(1000)
    })
    expect(longest).toBeLessThan(50)
  }
  const widget = await open(page, link({ corpus: 'own', strategy: 'markdown', method: 'bm25' }))
  await put(widget, '# H\n\n'.repeat(10_000))
  await expect(verdict(widget)).toContainText(
    'This cut makes 10,000 passages; the lab takes at most 2,000.',
  )
})

test('input that nobody thought of', async ({ page }) => {
  const widget = await open(page, link({ method: 'bm25', question: 'own', stage: 'retrieval' }))
  for (const text of ['', '  \n ']) {
    await question(widget).fill(text)
    await expect(verdict(widget)).toHaveText('Write a question to begin.')
  }
  for (const text of ['🙂👩‍💻', 'ما هو لون القدر؟']) {
    await question(widget).fill(text)
    await expect(widget).toContainText('No passage shares a word with the question')
  }
  const long = 'How is a tripped OVP cleared? '.repeat(700)
  await question(widget).fill(long)
  await expect(widget).toContainText('There are 21,000 characters; only the first 2,000 are taken.')
  await expect(question(widget)).toHaveValue(long)
  await question(widget).fill('<img src=x onerror=alert(1)> OVP')
  await expect(widget).not.toContainText('only the first')
  await expect(candidates(widget)).toHaveCount(5)

  await widget.getByLabel('Text', { exact: true }).selectOption('own')
  for (const [text, count] of [
    ['x', 1],
    ['?', 0],
    ['x <script>alert(1)</script>', 1],
  ] as const) {
    await ownText(widget).fill(text)
    await question(widget).fill('x')
    await expect(stage(widget, /5\. Retrieval/)).toContainText(`${count} candidate`)
  }
  await ownText(widget).fill('The pot is blue.')
  await question(widget).fill('The pot is blue.')
  await expect(candidates(widget)).toHaveCount(1)
  await ownText(widget).fill('word '.repeat(12_000))
  await expect(widget).toContainText('only the first 50,000 are taken')
  expect(await axeFindings(page)).toEqual([])
})

test('answers in a form of their own, and links that set nonsense', async ({ page }) => {
  const widget = await open(page, link({ method: 'bm25', json: '1', stage: 'answer' }))
  await widget.getByText('Type an answer by hand and check it').click()
  const answer = widget.getByLabel('Answer by hand')
  await answer.fill('{"answer": 5, "citations": "1", "found": "yes"}')
  await expect(widget).toContainText(
    'The JSON form is broken: "answer" is no text. "citations" is no list of numbers. "found" is neither true nor false.',
  )
  for (const text of ['null', '[1, 2]', '{', '['.repeat(4000)]) {
    await answer.fill(text)
    await expect(widget).toContainText('It is no JSON object.')
  }
  for (const [key, value] of [
    ['tokenBudget', '0'],
    ['k', '101'],
    ['b', 'NaN'],
    ['text', 'x'.repeat(60_000)],
    ['indexModel', '__proto__'],
    ['defences', 'a,,b'],
  ] as const) {
    await open(page, link({ [key]: value }))
    await expect(widget.getByText(/The link was not followed in full/).first()).toBeVisible()
    await expect(verdict(widget)).not.toBeEmpty()
  }
  await open(page, link({ k: '100', keepN: '100', tokenBudget: '1000000', stage: 'rerank' }))
  await expect(stage(widget, /6\. Reranking/)).toContainText('18 kept')
})

test('WebGPU is offered for the answer, and gives way when it fails', async ({ page }) => {
  await page.addInitScript(() => {
    const requestAdapter = () => Promise.resolve({ info: { isFallbackAdapter: false } })
    Object.defineProperty(navigator, 'gpu', { value: { requestAdapter } })
  })
  const widget = await open(page, link({ stage: 'model', source: 'live' }))
  const plain = await startWriter(widget).innerText()
  const box = widget.getByRole('checkbox', { name: /^On the graphics processor \(WebGPU\)/ })
  await box.check()
  await expect(startWriter(widget)).not.toHaveText(plain)
  await startWriter(widget).click()
  await expect(widget.getByText(/^WebGPU did not work for this model/)).toBeVisible({
    timeout: 90_000,
  })
  await expect(box).toHaveCount(0)
  await expect(widget.getByRole('button', { name: 'Answer this prompt' })).toBeEnabled()
})
