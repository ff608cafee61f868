import { readFileSync } from 'node:fs'
import { Script, createContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { serviceWorker, withBuildId } from '../../integrations/offline.mjs'
import { SMALL_BYTES, neededAssets } from '../../integrations/offline/needed-assets.mjs'
import { wasmRuntime } from '../../integrations/wasm-runtime.mjs'

const source = readFileSync(
  new URL('../../integrations/offline/service-worker.js', import.meta.url),
  'utf8',
)

test('the service worker gets the facts of the build, and is a script', () => {
  const facts = { build: 'abc', base: '/course/', assets: ['_astro/a.js'], later: [] }
  const script = serviceWorker(source, facts)
  expect(script).toContain(`= ${JSON.stringify(facts)}`)
  expect(script).not.toMatch(/= __OFFLINE__/)
  expect(() => new Script(script)).not.toThrow()
})

test('each page names its build in its head', () => {
  expect(withBuildId('abc', '<html><head lang="en"><title>x</title></head></html>')).toBe(
    '<html><head lang="en"><meta name="build" content="abc"><title>x</title></head></html>',
  )
})

test('the runtime is the plain build of the version that transformers.js asks for', () => {
  const { folder, files } = wasmRuntime()
  expect(folder).toMatch(/^ort\/\d+\.\d+\.\d+[^/]*\/$/)
  expect(files.map(({ path }) => path)).toEqual([
    'ort-wasm-simd-threaded.mjs',
    'ort-wasm-simd-threaded.wasm',
  ])
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(15e6)
})

describe('the files that are fetched before anybody asks', () => {
  const file = (text: string, bytes = text.length) => ({ text, bytes })
  const needed = (entries: Readonly<Record<string, { text: string; bytes: number }>>) =>
    neededAssets({
      pages: ['<script src="/course/_astro/page.aaaaaaaa.js"></script>'],
      files: new Map(Object.entries(entries)),
    }).atOnce

  test('are those that a page names, and what these import', () => {
    expect(
      needed({
        '_astro/page.aaaaaaaa.js': file(
          'import"./one.bbbbbbbb.js";import{x}from"./two.cccccccc.js"',
        ),
        '_astro/one.bbbbbbbb.js': file('', 1e6),
        '_astro/two.cccccccc.js': file('export{y}from`./three.dddddddd.js`'),
        '_astro/three.dddddddd.js': file('', 1e6),
        '_astro/other.eeeeeeee.js': file('', 1),
      }),
    ).toEqual([
      '_astro/one.bbbbbbbb.js',
      '_astro/page.aaaaaaaa.js',
      '_astro/three.dddddddd.js',
      '_astro/two.cccccccc.js',
    ])
  })

  test('are of the parts that load lazily the small ones, counted with all that they add', () => {
    expect(
      needed({
        '_astro/page.aaaaaaaa.js': file(
          'import("./view.bbbbbbbb.js");import(`./pdf.cccccccc.js`);new Worker(new URL("/course/_astro/w-dddddddd.js"))',
        ),
        '_astro/view.bbbbbbbb.js': file('', SMALL_BYTES),
        '_astro/pdf.cccccccc.js': file('import"./library.eeeeeeee.js"', 10),
        '_astro/library.eeeeeeee.js': file('', SMALL_BYTES),
        '_astro/w-dddddddd.js': file('', SMALL_BYTES + 1),
      }),
    ).toEqual(['_astro/page.aaaaaaaa.js', '_astro/view.bbbbbbbb.js'])
  })
})

describe('a new build', () => {
  type Listener = (event: { waitUntil: (work: Promise<unknown>) => unknown }) => void

  /** Runs the worker's installation where another build kept these files. */
  const installed = async (before: readonly string[], later: readonly string[]) => {
    const origin = 'https://example.org'
    const urls = (files: readonly string[]) => new Set(files.map((name) => `${origin}/${name}`))
    const stores = new Map([['llm-workbook / pages old', urls(before)]])
    const listeners = new Map<string, Listener>()
    const open = (name: string) => {
      const store = stores.get(name) ?? new Set()
      stores.set(name, store)
      return Promise.resolve({
        keys: () => Promise.resolve([...store].map((url) => ({ url }))),
        put: (url: string) => Promise.resolve(store.add(url)),
      })
    }
    const answer = {
      ok: true,
      redirected: false,
      type: 'basic',
      headers: { get: () => null },
      clone: () => answer,
    }
    const context = createContext({
      URL,
      self: {
        location: { href: `${origin}/sw.js`, origin },
        addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener),
        skipWaiting: () => Promise.resolve(),
      },
      caches: { keys: () => Promise.resolve([...stores.keys()]), open },
      fetch: () => Promise.resolve(answer),
    })
    const facts = { build: 'new', base: '/', assets: ['_astro/page.aaaaaaaa.js'], later }
    new Script(serviceWorker(source, facts)).runInContext(context)
    const work: Promise<unknown>[] = []
    listeners.get('install')?.({ waitUntil: (given) => work.push(given) })
    await Promise.all(work)
    return [...(stores.get('llm-workbook / pages new') ?? [])]
      .map((url) => url.slice(origin.length + 1))
      .sort()
  }

  test('keeps the heavy files that were used, or what took their place, and no others', async () => {
    const kept = await installed(
      [
        'sampling/',
        '_astro/page.zzzzzzzz.js',
        '_astro/read-pdf.CJUbtQ5H.js',
        '_astro/m-11111111.js',
      ],
      ['_astro/read-pdf.DKVcuR6I.js', '_astro/m-11111111.js', '_astro/umap.22222222.js'],
    )
    expect(kept).toEqual([
      '_astro/m-11111111.js',
      '_astro/page.aaaaaaaa.js',
      '_astro/read-pdf.DKVcuR6I.js',
      'sampling/',
    ])
  })
})
