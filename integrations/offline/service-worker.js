/* global self, caches, clients, registration, Request, Response, __OFFLINE__ */
/*
 * Keeps what was visited readable offline. integrations/offline.mjs writes in the build's id, the
 * base path and the lists of hashed files: those that pages need at once are fetched beforehand, the
 * heavy ones that wait until something asks for them are kept once they were used.
 *
 * No stale mix: each build has a cache of its own, which is filled whole before it takes over; a
 * page is kept only when it carries this build's id. Files under _astro/ have their hash in their
 * name, so they may come from the cache of the build before as well, for pages that are still open.
 * Models and the WebAssembly runtime are kept by their own worker and never touched here.
 */
const { build, base, assets, later } = __OFFLINE__
const prefix = `llm-workbook ${base} `
const family = `${prefix}pages `
const current = `${family}${build}`

/** Set once the site has moved on, or the reader has cleared everything: then nothing is kept. */
let frozen = false

const isPage = (response) => response.headers.get('content-type')?.startsWith('text/html') === true

const buildOf = (html) => /<meta name="build" content="([^"]*)">/.exec(html)?.[1]

/** The key of a page or file: its address without search and hash. */
const keyOf = (url) => {
  const { origin, pathname } = new URL(url, self.location.href)
  return `${origin}${pathname}`
}

const pageCaches = async () => (await caches.keys()).filter((name) => name.startsWith(family))

/** Keeps a good answer of this build; says whether it was kept. */
const keep = async (cache, url, response) => {
  if (frozen || !response.ok || response.redirected || response.type !== 'basic') return false
  const copy = response.clone()
  if (isPage(response) && buildOf(await response.clone().text()) !== build) return false
  await cache.put(keyOf(url), copy)
  return true
}

/** A hashed file never changes under its name, so that the browser's own copy will do. */
const isHashed = (url) => new URL(url).pathname.startsWith(`${base}_astro/`)

const fetchAndKeep = async (cache, url) => {
  const response = await fetch(url, { cache: isHashed(url) ? 'default' : 'no-cache' })
  const kept = await keep(cache, url, response)
  if (response.ok && isPage(response) && !kept) throw new Error('The site is between two builds.')
}

/** A hashed file's name without its hash, such as `read-pdf.js`. */
const withoutHash = (url) => new URL(url).pathname.replace(/[.-][\w-]{8}(\.\w+)$/, '$1')

/** Of the files that wait until they are used: those that were used before, or what replaced them. */
const usedBefore = (kept) => {
  const offered = later.map((file) => keyOf(`${base}${file}`))
  const same = new Set(offered.filter((url) => kept.has(url)))
  const gone = [...kept].filter((url) => isHashed(url) && !same.has(url)).map(withoutHash)
  const names = new Set(gone)
  return [...same, ...offered.filter((url) => !same.has(url) && names.has(withoutHash(url)))]
}

/** Everything that the last build kept, fetched anew; a failure leaves the last build in charge. */
const install = async () => {
  const old = await pageCaches()
  const cache = await caches.open(current)
  const kept = new Set()
  for (const name of old.filter((each) => each !== current)) {
    for (const { url } of await (await caches.open(name)).keys()) kept.add(url)
  }
  const hashed = new Set([...assets.map((asset) => keyOf(`${base}${asset}`)), ...usedBefore(kept)])
  const visited = [...kept].filter((url) => !isHashed(url))
  try {
    await Promise.all([...hashed, ...visited].map((url) => fetchAndKeep(cache, url)))
  } catch (error) {
    await caches.delete(current)
    throw error
  }
  await self.skipWaiting()
}

/** Takes over; of the builds before, only the last stays, for pages that are still open. */
const activate = async () => {
  const old = (await pageCaches()).filter((name) => name !== current)
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)))
  await clients.claim()
}

const fromCurrent = async (url) => (await caches.open(current)).match(keyOf(url))

const fromAny = async (url) => {
  const kept = await fromCurrent(url)
  if (kept !== undefined) return kept
  for (const name of await pageCaches()) {
    const older = await (await caches.open(name)).match(keyOf(url))
    if (older !== undefined) return older
  }
  return undefined
}

const notVisited = () =>
  new Response(
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Not kept</title><p>You are offline, and this page was not visited before. Go back, or try again once you are online.</p></html>',
    {
      status: 503,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  )

/** A newer page was seen: from now on this build keeps nothing, and looks for its successor. */
const noticeNewBuild = async (response) => {
  if (!response.ok || !isPage(response)) return
  const seen = buildOf(await response.clone().text())
  if (seen === undefined || seen === build) return
  frozen = true
  await registration.update().catch(() => undefined)
}

const networkFirst = async (event) => {
  const { request } = event
  try {
    const response = await fetch(request)
    const forCache = response.clone()
    const forNotice = response.clone()
    event.waitUntil(
      (async () => {
        await noticeNewBuild(forNotice)
        await keep(await caches.open(current), request.url, forCache)
      })(),
    )
    return response
  } catch (error) {
    const kept = frozen ? undefined : await fromCurrent(request.url)
    if (kept !== undefined) return kept
    if (request.mode === 'navigate') return notVisited()
    throw error
  }
}

const hashedFirst = async (event) => {
  const { request } = event
  const kept = await fromAny(request.url)
  if (kept !== undefined) return kept
  const response = await fetch(request)
  const copy = response.clone()
  event.waitUntil(caches.open(current).then((cache) => keep(cache, request.url, copy)))
  return response
}

const runtimeFirst = async ({ request }) => {
  for (const name of await caches.keys()) {
    if (!name.startsWith(`${prefix}runtime `)) continue
    const kept = await (await caches.open(name)).match(request.url)
    if (kept !== undefined) return kept
  }
  return fetch(request)
}

/** The way to answer a request, or null to leave it alone. */
const answerFor = (request) => {
  const { origin, pathname } = new URL(request.url)
  const ours = origin === self.location.origin && pathname.startsWith(base)
  if (request.method !== 'GET' || !ours || request.headers.has('range')) return null
  const path = pathname.slice(base.length)
  if (request.mode === 'navigate') return networkFirst
  if (path.startsWith('models/') && path !== 'models/') return null
  if (path.startsWith('ort/')) return runtimeFirst
  return path.startsWith('_astro/') ? hashedFirst : networkFirst
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => event.waitUntil(activate()))
self.addEventListener('fetch', (event) => {
  const answer = answerFor(event.request)
  if (answer !== null) event.respondWith(answer(event))
})

/** The page names what it had loaded before this worker was there, or that all was cleared. */
self.addEventListener('message', (event) => {
  const { kind, urls = [] } = event.data ?? {}
  if (kind === 'cleared') frozen = true
  if (kind !== 'visited') return
  const keepVisited = async () => {
    const cache = await caches.open(current)
    const known = urls.filter((url) =>
      [networkFirst, hashedFirst].includes(answerFor(new Request(url))),
    )
    const lacking = []
    for (const url of new Set(known.map(keyOf)))
      if (!isHashed(url) || (await cache.match(url)) === undefined) lacking.push(url)
    await Promise.all(lacking.map((url) => fetchAndKeep(cache, url).catch(() => undefined)))
  }
  event.waitUntil(keepVisited())
})
