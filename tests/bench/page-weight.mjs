/* global document -- code that runs in the page */
import { gzipSync } from 'node:zlib'
import { openCalculator } from './open-calculator.mjs'

/**
 * Script that the chapter's page loads before the first interaction, the calculator and whatever
 * the page fetches when idle included; every file gzipped by itself, scripts in the page too.
 */
export const pageWeight = async ({ browser, address }) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const scripts = new Map()
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const body = await response.body().catch(() => Buffer.alloc(0))
    scripts.set(new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length)
  })
  await openCalculator(page, address)
  await page.waitForTimeout(1500)
  const inline = await page.evaluate(() =>
    [...document.querySelectorAll('script:not([src])')]
      .map((script) => script.textContent)
      .join('\n'),
  )
  await page.close()
  const sizes = [...scripts].sort((a, b) => b[1] - a[1])
  const files = sizes.reduce((sum, [, size]) => sum + size, 0)
  const largest = sizes.slice(0, 6).map(([path, size]) => ({
    name: `  ${path.replace(/^.*\/_astro\//, '')}`,
    value: size / 1000,
    unit: 'kB',
  }))
  return [
    {
      name: `Script before the first interaction, ${sizes.length} files, gzipped`,
      value: files / 1000,
      unit: 'kB',
      most: 95,
    },
    { name: '  in the page itself, gzipped', value: gzipSync(inline).length / 1000, unit: 'kB' },
    ...largest,
  ]
}
