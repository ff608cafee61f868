import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { chromium } from 'playwright'
import { chunking } from './chunking.mjs'
import { embedding } from './embedding.mjs'
import { model } from './model.mjs'
import { pageWeight } from './page-weight.mjs'
import { recompute } from './recompute.mjs'
import { retrieval } from './retrieval.mjs'
import { sampler } from './sampler.mjs'
import { samplingLab } from './sampling-lab.mjs'
import { stillness } from './stillness.mjs'
import { sweep } from './sweep.mjs'

/**
 * Measures the built site in Chromium: how fast the Memory calculator recomputes, how much script
 * the chapter's page loads, whether anything moves when it comes alive, the language model and the
 * embedders (PYTHON, LLAMA_DIR and LLAMA_GGUF name what it is compared with). Build first.
 *
 *   npm run bench [-- folder]
 */
const folder = process.argv[2] ?? 'dist'
const port = await freePort()
const address = `http://127.0.0.1:${port}/`
if (!existsSync(folder)) {
  console.error(`There is no ${folder}; run "npm run build" first.`)
  process.exit(1)
}
const server = spawn(
  process.execPath,
  ['scripts/serve.mjs', '--dir', folder, '--port', String(port), '--base', '/', '--strict-port'],
  { stdio: 'ignore' },
)
const executablePath = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome']
  .filter((path) => path !== undefined)
  .find((path) => existsSync(path))
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === undefined ? {} : { executablePath }),
})
let failed = false
try {
  await answering(address)
  for (const part of [
    recompute,
    sampler,
    retrieval,
    chunking,
    samplingLab,
    pageWeight,
    stillness,
    model,
    embedding,
    sweep,
  ]) {
    for (const { name, value, unit, most } of await part({ browser, address })) {
      const over = most !== undefined && value > most
      failed ||= over
      const limit =
        most === undefined ? '' : `  (at most ${most} ${unit}${over ? ': TOO MUCH' : ''})`
      console.log(
        `${name.padEnd(58)} ${value.toFixed(value < 10 ? 2 : 1).padStart(8)} ${unit}${limit}`,
      )
    }
  }
} finally {
  await browser.close()
  server.kill()
}
process.exitCode = failed ? 1 : 0

/** A port that nobody listens on, so that the folder measured is the one asked for. */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address()
      probe.close(() => resolve(free))
    })
  })
}

async function answering(url) {
  for (let tries = 0; tries < 50; tries++) {
    const ready = await fetch(url).then(
      () => true,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}
