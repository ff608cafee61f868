/* global document, Event, requestAnimationFrame -- code that runs in the page */

const RUNS = 120

/**
 * The Sampling lab alive in Chromium: a move of a slider until the sheet shows it, the chain over
 * the whole vocabulary of 49,152 included.
 */
export const samplingLab = async ({ browser, address }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${address}embed/sampling-lab/`, { waitUntil: 'load' })
  await page.locator('#sampling-lab').scrollIntoViewIfNeeded()
  await page.waitForFunction(
    () => document.querySelector('astro-island[ssr] #sampling-lab') === null,
  )
  await page.waitForLoadState('networkidle')
  const results = []
  for (const label of ['Temperature, slider', 'Top-p, slider']) {
    const { median, p95 } = await page.evaluate(timeSlider, { label, runs: RUNS })
    results.push(
      {
        name: `Sampling lab, ${label}, move until shown, median`,
        value: median,
        unit: 'ms',
        most: 8,
      },
      { name: '  95 of 100 moves faster than', value: p95, unit: 'ms' },
    )
  }
  await page.close()
  return results
}

/** Runs in the page. */
async function timeSlider({ label, runs }) {
  const slider = document.querySelector(`#sampling-lab input[aria-label="${label}"]`)
  const shown = () => document.querySelector('#sampling-lab output').textContent
  const times = []
  for (let run = 0; run < runs; run++) {
    const before = shown()
    const start = performance.now()
    slider.value = String(run % 2 === 0 ? 30 : 60)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    while (shown() === before) await Promise.resolve()
    times.push(performance.now() - start)
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(runs / 2)], p95: times[Math.floor(runs * 0.95)] }
}
