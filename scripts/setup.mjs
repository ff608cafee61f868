// Makes a fresh clone ready: packages, and with --browser a Chromium. Uses Node's own modules only.
import { findChromium } from './lib/chromium.mjs'
import { install } from './lib/install.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer and try again.`)
  process.exit(1)
}
install()
if (process.argv.includes('--browser')) console.log(`Chromium: ${findChromium()}`)
