import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { neededAssets } from './offline/needed-assets.mjs'

const SOURCE = new URL('./offline/service-worker.js', import.meta.url)
const REGISTER = fileURLToPath(new URL('../src/worker/offline/register.ts', import.meta.url))

/** Large files with checksums of their own; they are no part of a build. */
const APART = ['models/', 'ort/']

const filesIn = async (folder) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => file.endsWith('.html') || !APART.some((start) => file.startsWith(start)))
    .sort()
}

/** A short name for exactly this set of files. */
const buildId = async (folder, files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(await readFile(path.join(folder, file)))
  return hash.digest('hex').slice(0, 16)
}

const HASHED = /^_astro\/.*\.(m?js|css|woff2?)$/

/** The hashed files of the build, with what each holds and its size once compressed. */
const hashedFiles = async (folder, files) => {
  const read = async (file) => {
    const bytes = await readFile(path.join(folder, file))
    return [file, { text: bytes.toString('utf8'), bytes: gzipSync(bytes).length }]
  }
  return new Map(await Promise.all(files.filter((file) => HASHED.test(file)).map(read)))
}

/** Puts the build's id into a page, where the service worker looks for it. */
export const withBuildId = (id, html) =>
  html.replace(/<head([^>]*)>/, (head) => `${head}<meta name="build" content="${id}">`)

/** The service worker's script with what it must know of this build. */
export const serviceWorker = (source, facts) =>
  source.replace(/= __OFFLINE__$/m, () => `= ${JSON.stringify(facts)}`)

/**
 * Keeps visited pages readable offline: a service worker at the site's root, a script in each page
 * that starts it, and the build's id in each page.
 */
export const offline = ({ base }) => ({
  name: 'offline',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command === 'build') injectScript('page', `import ${JSON.stringify(REGISTER)}`)
    },
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir)
      const files = await filesIn(folder)
      const build = await buildId(folder, files)
      const pages = []
      for (const file of files.filter((name) => name.endsWith('.html'))) {
        const whole = path.join(folder, file)
        const html = await readFile(whole, 'utf8')
        pages.push(html)
        await writeFile(whole, withBuildId(build, html))
      }
      const hashed = await hashedFiles(folder, files)
      const { atOnce: assets, later } = neededAssets({ pages, files: hashed })
      const facts = { build, base: base.replace(/\/?$/, '/'), assets, later }
      await writeFile(
        path.join(folder, 'sw.js'),
        serviceWorker(await readFile(SOURCE, 'utf8'), facts),
      )
      const bytes = assets.reduce((sum, file) => sum + (hashed.get(file)?.bytes ?? 0), 0)
      logger.info(
        `build ${build}, ${assets.length} files (${Math.round(bytes / 1000)} kB compressed) for reading offline, ${later.length} more once they are used`,
      )
    },
  },
})
