import { spawn } from 'node:child_process'
import { chromium } from 'playwright'
import { findChromium } from './chromium.mjs'
import { ROOT } from './run.mjs'

/** The page of models in a new tab, with one loaded; `panel` is the element that holds it. */
const loadModel = async (browser, address, { kind, id }) => {
  const page = await browser.newPage()
  await page.goto(`${address}models/`)
  const name = kind === 'embedding' ? 'wb-embedder' : 'wb-model'
  const panel = page.locator(`${name}[data-id="${id}"]`)
  await panel.getByRole('button', { name: /^Load the model/ }).click()
  await page.locator(`${name}[data-id="${id}"][data-state="loaded"]`).waitFor({ timeout: 300_000 })
  return { page, panel }
}

/**
 * Serves the folder of a built site (the first argument of the command, else `dist`) and calls `use`
 * with a function that loads one of its models in Chromium; ends both afterwards.
 */
export const withBuiltSite = async (port, use) => {
  const server = spawn(
    process.execPath,
    [
      'scripts/serve.mjs',
      ...['--dir', process.argv[2] ?? 'dist', '--port', String(port), '--base', '/'],
      '--strict-port',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: ROOT },
  )
  try {
    await new Promise((resolve, reject) => {
      server.stdout.once('data', resolve)
      server.once('exit', () => reject(new Error(`Nothing is served on port ${port}.`)))
    })
    const executablePath = findChromium()
    const browser = await chromium.launch({
      args: ['--no-sandbox'],
      ...(executablePath ? { executablePath } : {}),
    })
    try {
      await use((model) => loadModel(browser, `http://127.0.0.1:${port}/`, model))
    } finally {
      await browser.close()
    }
  } finally {
    server.kill()
  }
}
