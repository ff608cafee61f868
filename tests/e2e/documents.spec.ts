import { readFileSync } from 'node:fs'
import { test as bare, type Locator, type Page } from '@playwright/test'
import {
  heading,
  item,
  paragraph,
  table,
  title,
  writeDocx,
  zipOf,
} from '../fixtures/documents/write-docx'
import { column, writePdf } from '../fixtures/documents/write-pdf'
import { axeFindings, expect, fitsWidth, test } from './fixtures'

/** Opens the Chunking lab with its part for a text of one's own. */
const open = async (page: Page) => {
  await page.goto('embed/chunking-lab/')
  const lab = page.getByRole('region', { name: 'Chunking lab', exact: true })
  await expect(page.locator('astro-island[ssr]', { has: lab })).toHaveCount(0)
  await lab.getByText('Or use your own text').click()
  return lab
}
const place = (lab: Locator) => lab.getByRole('group', { name: 'A text from a file' })
const text = (lab: Locator) => lab.getByRole('textbox', { name: /^Paste your text/ })
const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/documents/${name}`, import.meta.url))

const choose = async (lab: Locator, name: string, buffer: Buffer) => {
  await lab
    .getByLabel(/^Or choose a file/)
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
}
const said = (lab: Locator) => place(lab).getByRole('status')

test('plain text, Markdown and HTML are read, and nothing is sent @base', async ({ page }) => {
  const lab = await open(page)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url())
  })
  await expect(place(lab)).toContainText('It is read in this page and sent nowhere; at most 20 MB.')
  await choose(lab, 'notes.md', Buffer.from('# A heading\n\nSome text.\n'))
  await expect(said(lab)).toContainText('“notes.md” was read as Markdown: 24 characters.')
  await expect(text(lab)).toHaveValue('# A heading\n\nSome text.\n')
  await choose(
    lab,
    'page.html',
    Buffer.from(
      '<!doctype html><title>t</title><nav>Home</nav><script>document.title="ran"</script><h1>Kept</h1><ul><li>one<li>two</ul><img src="https://example.org/a.png" alt="A cat">',
    ),
  )
  await expect(text(lab)).toHaveValue('# Kept\n\n- one\n- two\n\n![A cat]')
  await expect(said(lab)).toContainText('1 block of navigation was left out.')
  await expect(said(lab)).toContainText('1 picture was left out')
  await expect(page).not.toHaveTitle('ran')
  await choose(lab, 'old.txt', Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0xce, 0xc4, 0xb1, 0xbe]))
  await expect(text(lab)).toHaveValue('中文文本')
  await expect(said(lab)).toContainText('it was read as GB18030')
  expect(sent).toEqual([])
})

test('a PDF is read by its columns, headings and lists @base', async ({ page }) => {
  const lab = await open(page)
  await choose(lab, 'article.pdf', fixture('article.pdf'))
  await expect(said(lab)).toContainText('was read as PDF')
  await expect(said(lab)).toContainText('1 page was read column by column.')
  const read = await text(lab).inputValue()
  expect(read).toMatch(
    /^# Reading order\n\nThis paragraph .*\n\nThe left column [^\n]*begins\.\n\nNow the second [^\n]*right\.\n\n## Below the columns\n\n1\. The first step\.\n2\. The second step\.\n\nThe last words\.$/,
  )
})

test('Chinese PDFs are read, with their own fonts and with fonts that they only name', async ({
  page,
}) => {
  const lab = await open(page)
  const maps: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/pdf-maps/')) maps.push(request.url())
  })
  await choose(lab, 'chinese.pdf', fixture('chinese.pdf'))
  await expect(text(lab)).toHaveValue(/^# 检索与切分\n\n把长文档切成小块，再为每一块/)
  expect(maps).toEqual([])
  await choose(lab, 'named-font.pdf', writePdf([{ chinese: '中文检索' }]))
  await expect(text(lab)).toHaveValue('中文检索')
  expect(maps.some((url) => url.endsWith('/UniGB-UCS2-H.bcmap'))).toBe(true)
})

test('headers, footers and hyphens of a PDF are noticed', async ({ page }) => {
  const lab = await open(page)
  const sheets = ['alpha', 'beta', 'delta-one'].map((word, at) => ({
    pieces: [
      ...column(72, 800, ['Annual report']),
      ...column(72, 740, [`The ${word} inter-`, `national rule ${word.length}.`]),
      ...column(280, 40, [`Page ${at + 1}`]),
    ],
  }))
  await choose(lab, 'report.pdf', writePdf(sheets))
  await expect(text(lab)).toHaveValue(
    'The alpha international rule 5.\n\nThe beta international rule 4.\n\nThe delta-one international rule 9.',
  )
  await expect(said(lab)).toContainText('“Annual report”, “Page 1”')
  await expect(said(lab)).toContainText('3 words cut by a hyphen')
})

test('a Word document keeps headings, lists and tables', async ({ page }) => {
  const lab = await open(page)
  const body = [
    title('The report'),
    heading('Results'),
    paragraph('Plain &amp; simple.'),
    item('one'),
    item('two'),
    table([
      ['a', 'b'],
      ['1', '2'],
    ]),
  ]
  await choose(lab, 'report.docx', writeDocx(body.join('')))
  await expect(text(lab)).toHaveValue(
    '# The report\n\n# Results\n\nPlain & simple.\n\n- one\n- two\n\n| a | b |\n| --- | --- |\n| 1 | 2 |',
  )
})

test('every bad file gets one sentence, and what was typed stays', async ({ page }) => {
  const lab = await open(page)
  await text(lab).fill('Typed by hand.')
  const pdf = writePdf([{ pieces: column(72, 700, ['Some text.']) }])
  const docx = writeDocx(paragraph('Some text.'))
  const bomb = writeDocx(' '.repeat(12_000_000))
  expect(bomb.length).toBeLessThan(100_000)
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')
  const noise = Buffer.from(Array.from({ length: 500 }, (_, at) => (at * at * 7) % 256))
  const bad: readonly (readonly [string, Buffer, RegExp])[] = [
    ['empty.txt', Buffer.alloc(0), /is empty: it has 0 bytes/],
    ['blank.txt', Buffer.from(' \n\t'), /has no visible text/],
    ['rubbish.txt', noise, /is not text: it is full of bytes that no text has/],
    ['picture.pdf', png, /is a picture \(PNG\), whatever its name says/],
    ['large.txt', Buffer.alloc(21_000_000, 'a'), /has 21 MB; at most 20 MB are read/],
    ['scan.pdf', writePdf([{ picture: true }, { picture: true }]), /has 2 pages and no text/],
    ['locked.pdf', fixture('locked.pdf'), /is locked with a password/],
    ['broken.pdf', Buffer.from(`%PDF-1.7\n${'rubbish '.repeat(50)}`), /is a damaged PDF/],
    ['half.docx', docx.subarray(0, docx.length - 60), /is a damaged DOCX/],
    [
      'no-xml.docx',
      zipOf({ '[Content_Types].xml': 'x', 'word/document.xml': '<w' }),
      /is a damaged DOCX/,
    ],
    [
      'table.docx',
      zipOf({ 'xl/workbook.xml': 'x' }),
      /is an Excel workbook \(XLSX\) and not a Word/,
    ],
    ['bomb.docx', bomb, /unpacks to far more than its size/],
  ]
  for (const [name, buffer, sentence] of bad) {
    await choose(lab, name, buffer)
    await expect(said(lab)).toHaveText(new RegExp(`^“${name}” ${sentence.source}`))
    await expect(place(lab).getByRole('button', { name: 'Try again' })).toHaveCount(0)
    await expect(text(lab)).toHaveValue('Typed by hand.')
  }
  await choose(lab, 'fine.pdf', pdf)
  await expect(text(lab)).toHaveValue('Some text.')
  await lab.getByRole('button', { name: 'Bring back the text from before the file' }).click()
  await expect(text(lab)).toHaveValue('Typed by hand.')
})

test('a PDF that only forbids printing is read, and one whose table is wrong', async ({ page }) => {
  const lab = await open(page)
  await choose(lab, 'no-printing.pdf', fixture('no-printing.pdf'))
  await expect(text(lab)).toHaveValue('A secret.')
  const whole = writePdf([{ pieces: column(72, 700, ['Without its table.']) }])
  const wrong = whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7')
  await choose(lab, 'wrong.pdf', Buffer.from(wrong, 'latin1'))
  await expect(text(lab)).toHaveValue('Without its table.')
})

test('by drop, also beside the place, the page stays', async ({ page }) => {
  const lab = await open(page)
  await text(lab).fill('Typed by hand.')
  const drop = (selector: string) =>
    page.evaluate((where) => {
      const transfer = new DataTransfer()
      for (const name of ['one.txt', 'two.txt'])
        transfer.items.add(new File([`Text of ${name}`], name))
      const target = document.querySelector(where)
      const event = new DragEvent('drop', {
        dataTransfer: transfer,
        bubbles: true,
        cancelable: true,
      })
      target?.dispatchEvent(event)
      return event.defaultPrevented
    }, selector)
  expect(await drop('h1, h2, body')).toBe(true)
  await expect(text(lab)).toHaveValue('Typed by hand.')
  expect(await drop('[aria-label="A text from a file"]')).toBe(true)
  await expect(text(lab)).toHaveValue('Text of one.txt')
  await expect(said(lab)).toContainText('Only the first of 2 files was read.')
})

bare.describe('when a part cannot be loaded', () => {
  for (const [name, files, buffer] of [
    [
      'the worker for PDF',
      '**/pdf.worker*',
      () => writePdf([{ pieces: column(72, 700, ['Read.']) }]),
    ],
    ['pdf.js', '**/read-pdf*', () => writePdf([{ pieces: column(72, 700, ['Read.']) }])],
    ['mammoth', '**/docx.worker*', () => writeDocx(paragraph('Read.'))],
  ] as const)
    // Not the test of ./fixtures: the browser itself writes into the console what failed to load.
    bare(`${name}: a sentence, and another try`, async ({ page, context }) => {
      const lab = await open(page)
      await text(lab).fill('Typed by hand.')
      await context.route(files, (route) => route.abort())
      const format = name === 'mammoth' ? 'DOCX' : 'PDF'
      await choose(lab, 'a.bin', buffer())
      await expect(said(lab)).toHaveText(
        `The part of this site that reads ${format} files could not be loaded; your text is as it was. Check the connection and try again.`,
      )
      await expect(text(lab)).toHaveValue('Typed by hand.')
      await context.unroute(files)
      await place(lab).getByRole('button', { name: 'Try again' }).click()
      await expect(text(lab)).toHaveValue('Read.')
    })
})

test('a long reading can be stopped', async ({ page }) => {
  const lab = await open(page)
  await text(lab).fill('Typed by hand.')
  const words = column(
    72,
    780,
    Array.from({ length: 55 }, (_, at) => `line ${at} of a long page`),
  )
  const sheets = Array.from({ length: 1_200 }, () => ({ pieces: words }))
  await choose(lab, 'long.pdf', writePdf(sheets))
  await expect(place(lab)).toContainText(/Page \d+ of 1,200/)
  await place(lab).getByRole('button', { name: 'Stop reading' }).click()
  await expect(said(lab)).toHaveText(
    'Reading “long.pdf” was stopped, as you asked; your text is as it was.',
  )
  await expect(text(lab)).toHaveValue('Typed by hand.')
})

test('the parsers are loaded only when they are needed', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/pdf|docx|mammoth|read-(file|html)/.test(request.url())) asked.push(request.url())
  })
  const lab = await open(page)
  await choose(lab, 'a.txt', Buffer.from('Some text.'))
  await expect(text(lab)).toHaveValue('Some text.')
  expect(asked.map((url) => url.replace(/^.*\/([\w-]+)\..*$/, '$1'))).toEqual(['read-file'])
})

test('it is accessible and fits 320 pixels, also with notes and a problem', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const lab = await open(page)
  await choose(lab, `${'long-name-'.repeat(12)}.pdf`, Buffer.from('GIF89a'))
  await expect(said(lab)).toContainText('is a picture (GIF)')
  expect(await fitsWidth(page)).toBe(true)
  await choose(lab, 'article.pdf', fixture('article.pdf'))
  await expect(said(lab)).toContainText('column by column')
  expect(await fitsWidth(page)).toBe(true)
  expect(await axeFindings(page, '[aria-label="A text from a file"]')).toEqual([])
})
