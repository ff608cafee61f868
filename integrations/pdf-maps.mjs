import { readFileSync } from 'node:fs'
import { cp, mkdir, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The maps that a PDF may name without carrying them: ISO 32000-1, table 118, by their names. */
const NAMED =
  /^(GB-EUC|GBpc-EUC|GBK-EUC|GBKp-EUC|GBK2K|B5pc|HKscs-B5|ETen-B5|ETenms-B5|CNS-EUC|83pv-RKSJ|90ms-RKSJ|90msp-RKSJ|90pv-RKSJ|Add-RKSJ|EUC|Ext-RKSJ|KSC-EUC|KSCms-UHC|KSCms-UHC-HW|KSCpc-EUC|Uni(GB|CNS|JIS|KS)-(UCS2|UCS2-HW|UTF16))-[HV]\.bcmap$/
/** Maps that these build on, and those from a collection's numbers to Unicode. */
const NEEDED = /^([HV]|Adobe-(GB1|CNS1|Japan1|Korea1)-UCS2)\.bcmap$|^LICENSE$/

export const isServed = (name) => NAMED.test(name) || NEEDED.test(name)

const folder = () => {
  const here = createRequire(import.meta.url)
  return path.join(path.dirname(here.resolve('pdfjs-dist/package.json')), 'cmaps')
}

/** Answers the maps from node_modules while developing. */
const serveWhileDeveloping = (source, target) => ({
  name: 'pdf-maps',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const file = (request.url ?? '').split('?')[0].split(`/${target}`)[1]
      if (file === undefined || !isServed(file)) return next()
      response.setHeader('Content-Type', 'application/octet-stream')
      response.end(readFileSync(path.join(source, file)))
    })
  },
})

/**
 * Serves from the site itself the tables with which pdf.js reads Chinese, Japanese and Korean text
 * that names its encoding and does not carry it. A page fetches the one that its PDF names.
 */
export const pdfMaps = () => {
  const source = folder()
  const { version } = JSON.parse(readFileSync(path.join(source, '..', 'package.json'), 'utf8'))
  const target = `pdf-maps/${version}/`
  return {
    name: 'pdf-maps',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            define: { __PDF_CMAPS__: JSON.stringify(target) },
            plugins: [serveWhileDeveloping(source, target)],
          },
        })
      },
      'astro:build:done': async ({ dir, logger }) => {
        const output = path.join(fileURLToPath(dir), target)
        await mkdir(output, { recursive: true })
        const names = (await readdir(source)).filter(isServed)
        for (const name of names) await cp(path.join(source, name), path.join(output, name))
        logger.info(`${names.length} files copied to ${target}`)
      },
    },
  }
}
