// Builds the site and reports how long each page took.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ROOT, run } from './lib/run.mjs'

const since = Date.now()
const status = run('astro', ['build'])
if (status === 0) {
  const out = path.resolve(ROOT, process.env.OUT_DIR ?? 'dist')
  const pages = readdirSync(out, { recursive: true }).filter((file) =>
    String(file).endsWith('.html'),
  )
  const milliseconds = Date.now() - since
  console.log(
    `Built ${pages.length} pages in ${(milliseconds / 1000).toFixed(1)} s: ${Math.round(milliseconds / pages.length)} ms a page.`,
  )
}
process.exit(status)
