import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const INLINE_SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g
const DATA_TYPE = /\btype\s*=\s*["']?(application\/(ld\+)?json|text\/plain)/

/** CSP hashes of the scripts that stand in the page itself. */
export const inlineScriptHashes = (html) => {
  const hashes = new Set()
  for (const [, attributes, code] of html.matchAll(INLINE_SCRIPT)) {
    if (/\bsrc\s*=/.test(attributes) || DATA_TYPE.test(attributes)) continue
    hashes.add(`'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  }
  return [...hashes]
}

/** Only /connect/ may reach an address that the learner types. */
const connectSources = (page) => (page === 'connect' ? "'self' http: https:" : "'self'")

export const policyFor = (page, html) =>
  [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' ${inlineScriptHashes(html).join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connectSources(page)}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ')

/** Puts the policy first in the head, so that it holds for all that follows. */
export const withPolicy = (page, html) =>
  html.replace(
    /<head([^>]*)>/,
    (head) =>
      `${head}<meta http-equiv="Content-Security-Policy" content="${policyFor(page, html)}">`,
  )

const protect = async (folder) => {
  const files = (await readdir(folder, { recursive: true })).filter((file) =>
    file.endsWith('.html'),
  )
  for (const file of files) {
    const whole = path.join(folder, file)
    const page = path.dirname(file).split(path.sep)[0] ?? ''
    await writeFile(whole, withPolicy(page, await readFile(whole, 'utf8')))
  }
  return files.length
}

/** Writes a content security policy into every page, after the build. */
export const contentSecurity = () => ({
  name: 'content-security',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`policy written into ${await protect(fileURLToPath(dir))} pages`)
    },
  },
})
