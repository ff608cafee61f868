// A small static server for the built site, with the headers that let its workers use threads.
//   node scripts/serve.mjs [--dir dist] [--port 4321] [--base /]
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { ROOT } from './lib/run.mjs'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.pagefind': 'application/octet-stream',
}
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
const folder = path.resolve(ROOT, option('dir', 'dist'))
const base = option('base', process.env.BASE_PATH ?? '/').replace(/\/?$/, '/')
const wanted = Number(option('port', process.env.PORT ?? '4321'))

const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

/** The file that an address names, or null; never one outside the folder. */
const fileFor = (address) => {
  if (!address.startsWith(base)) return null
  const inside = path.join(folder, path.normalize(`/${address.slice(base.length)}`))
  const candidates = [inside, path.join(inside, 'index.html')]
  return candidates.find(isFile) ?? null
}

const send = (response, status, file) => {
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': statSync(file).size,
  })
  createReadStream(file).pipe(response)
}

const answer = (request, response) => {
  let address
  try {
    address = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  } catch {
    response.writeHead(400, HEADERS).end('The address is not valid.')
    return
  }
  const file = fileFor(address)
  if (
    file !== null &&
    !address.endsWith('/') &&
    file.endsWith(`${path.sep}index.html`) &&
    !address.endsWith('.html')
  ) {
    response.writeHead(301, { ...HEADERS, Location: `${address}/` }).end()
    return
  }
  const missing = path.join(folder, '404.html')
  if (file !== null) send(response, 200, file)
  else if (isFile(missing)) send(response, 404, missing)
  else response.writeHead(404, HEADERS).end('Not found.')
}

const listen = (port, triesLeft) => {
  const server = createServer(answer)
  server.once('error', (error) => {
    if (error.code === 'EADDRINUSE' && triesLeft > 0) listen(port + 1, triesLeft - 1)
    else {
      console.error(`The server could not start on port ${port}: ${error.message}`)
      process.exit(1)
    }
  })
  server.listen(port, '127.0.0.1', () => {
    console.log(`LLM Workbook is ready at http://127.0.0.1:${port}${base}`)
  })
}
listen(wanted, process.argv.includes('--strict-port') ? 0 : 20)
