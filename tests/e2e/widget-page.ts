import { expect, type Page } from '@playwright/test'

type Fields = Readonly<Record<string, string>>

/** One widget as its tests meet it: where it is, how it is linked to and opened. */
export const widgetPage = (id: string, name: string) => {
  /** Its own page. */
  const address = `embed/${id}/`
  /** The hash that sets its state. */
  const link = (state: Fields) =>
    `#v=1&${Object.entries(state)
      .map(([key, value]) => `${id}.${key}=${encodeURIComponent(value)}`)
      .join('&')}`
  /** Opens it, waits until it is alive, and returns its section. */
  const open = async (page: Page, hash = '', at = address) => {
    await page.goto('about:blank')
    await page.goto(`${at}${hash}`)
    const widget = page.getByRole('region', { name, exact: true })
    await widget.scrollIntoViewIfNeeded()
    await expect(page.locator('astro-island[ssr]', { has: widget })).toHaveCount(0)
    return widget
  }
  return { address, link, open }
}
