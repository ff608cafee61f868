import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { serviceWorker, withBuildId } from '../../integrations/offline.mjs'
import { wasmRuntime } from '../../integrations/wasm-runtime.mjs'

const source = readFileSync(
  new URL('../../integrations/offline/service-worker.js', import.meta.url),
  'utf8',
)

test('the service worker gets the facts of the build, and is a script', () => {
  const facts = { build: 'abc', base: '/course/', assets: ['_astro/a.js'] }
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
