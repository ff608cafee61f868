import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** A phone's width; where Starlight's own frame changes; where the margin for notes begins. */
const WIDTHS = ['40em', '50em', '85em']

const src = new URL('../', import.meta.url)
const files = ['styles/', 'components/', 'pages/']
  .flatMap((folder) =>
    readdirSync(new URL(folder, src), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => /\.(css|astro|svelte)$/.test(file))

test('the site changes its layout at few widths of the window', () => {
  const used = files.flatMap((file) =>
    [...readFileSync(new URL(file, src), 'utf8').matchAll(/@media[^{]*\bwidth\b[^{]*/g)].map(
      ([query]) => ({ file, width: /\d+(?:\.\d+)?[a-z]+/.exec(query)?.[0] ?? query }),
    ),
  )
  expect(used.length).toBeGreaterThan(4)
  expect(used.filter(({ width }) => !WIDTHS.includes(width))).toEqual([])
})
