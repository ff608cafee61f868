import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { run } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const which = (name) => {
  const finder = process.platform === 'win32' ? 'where' : 'which'
  const found = spawnSync(finder, [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.split('\n')[0].trim() : null
}

const installed = () =>
  process.env.CHROMIUM_PATH ??
  NAMES.map(which).find(Boolean) ??
  PLACES.find((place) => existsSync(place))

const playwrightsOwn = () => {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright')
    return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined
  } catch {
    return undefined
  }
}

const isRoot = () => typeof process.getuid === 'function' && process.getuid() === 0

/**
 * Path of a Chromium for the browser tests: an installed one, else Playwright's download, else
 * Debian's package where this user may install it. Exits with one sentence when there is none.
 */
export const findChromium = () => {
  const ready = installed() ?? playwrightsOwn()
  if (ready) return ready
  console.log('No Chrome or Chromium found; trying Playwright’s own download …')
  if (run('playwright', ['install', 'chromium']) === 0 && playwrightsOwn()) return playwrightsOwn()
  if (which('apt-get') && isRoot()) {
    console.log('Trying the Debian package chromium …')
    run('apt-get', ['update', '-q'])
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    if (installed()) return installed()
  }
  console.error(
    'No Chromium could be found or installed. Install Chrome or Chromium, or set CHROMIUM_PATH to one, and run npm test again.',
  )
  process.exit(1)
}
