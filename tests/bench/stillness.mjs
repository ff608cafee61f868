/* global document, PerformanceObserver -- code that runs in the page */
import { openCalculator } from './open-calculator.mjs'

/** Layout shift while the calculator comes alive, and how much its height changes, in pixels. */
export const stillness = async ({ browser, address }) => {
  const results = []
  for (const width of [1440, 320]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.addInitScript(() => {
      globalThis.shifts = 0
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) globalThis.shifts += entry.value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    const height = () =>
      page.evaluate(() => document.querySelector('#memory-calculator').offsetHeight)
    await page.goto(`${address}inference-memory/`)
    const before = await height()
    await openCalculator(page, address)
    await page.waitForTimeout(500)
    const change = Math.abs((await height()) - before)
    const shifts = await page.evaluate(() => globalThis.shifts)
    await page.close()
    results.push(
      { name: `Layout shift at ${width} pixels`, value: shifts, unit: '', most: 0.001 },
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
