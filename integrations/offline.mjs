import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

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
      for (const file of files.filter((name) => name.endsWith('.html'))) {
        const whole = path.join(folder, file)
        await writeFile(whole, withBuildId(build, await readFile(whole, 'utf8')))
      }
      const assets = files.filter((file) => /^_astro\/.*\.(js|css|woff2?)$/.test(file))
      const facts = { build, base: base.replace(/\/?$/, '/'), assets }
      await writeFile(
        path.join(folder, 'sw.js'),
        serviceWorker(await readFile(SOURCE, 'utf8'), facts),
      )
      logger.info(`build ${build}, ${assets.length} files for reading offline`)
    },
  },
})
