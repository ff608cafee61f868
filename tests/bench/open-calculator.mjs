/* global document -- code that runs in the page */
/** Opens the chapter, brings the calculator into view and waits until it is alive. */
export const openCalculator = async (page, address) => {
  await page.goto(`${address}inference-memory/`, { waitUntil: 'load' })
  const widget = page.locator('#memory-calculator')
  await widget.scrollIntoViewIfNeeded()
  await page.waitForFunction(
    () => document.querySelector('astro-island[ssr] #memory-calculator') === null,
  )
  await page.waitForLoadState('networkidle')
  return widget
}
