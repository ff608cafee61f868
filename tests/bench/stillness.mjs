/* global document, HTMLElement, PerformanceObserver -- code that runs in the page */
import { openCalculator } from './open-calculator.mjs'

/**
 * Layout shift of the chapter's text while the calculator comes alive, and how much the
 * calculator's height changes. Shifts of what stands around the text are told apart.
 */
export const stillness = async ({ browser, address }) => {
  const results = []
  for (const width of [1440, 320]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.addInitScript(watchShifts)
    const height = () =>
      page.evaluate(() => document.querySelector('#memory-calculator').offsetHeight)
    await page.goto(`${address}inference-memory/`)
    const before = await height()
    await openCalculator(page, address)
    await page.waitForTimeout(500)
    const change = Math.abs((await height()) - before)
    const { text, around } = await page.evaluate(() => globalThis.shifts)
    await page.close()
    results.push(
      { name: `Layout shift of the text at ${width} pixels`, value: text, unit: '', most: 0.001 },
      { name: `Layout shift around the text at ${width} pixels`, value: around, unit: '' },
      {
        name: `Change of the calculator's height at ${width} pixels`,
        value: change,
        unit: 'px',
        most: 0,
      },
    )
  }
  return results
}

/** Runs in the page, before anything else. */
function watchShifts() {
  globalThis.shifts = { text: 0, around: 0 }
  const inText = ({ node }) =>
    (node instanceof HTMLElement ? node : node?.parentElement)?.closest('main')
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const place = entry.sources.some(inText) ? 'text' : 'around'
      globalThis.shifts[place] += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
}
