import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isServed } from './pdf-maps.mjs'

const require = createRequire(import.meta.url)
const maps = readdirSync(
  path.join(path.dirname(require.resolve('pdfjs-dist/package.json')), 'cmaps'),
)

test('the maps that a PDF may name are served, rare ones are not', () => {
  const served = maps.filter(isServed)
  expect(served).toEqual(
    expect.arrayContaining([
      'GBK-EUC-H.bcmap',
      'UniGB-UTF16-V.bcmap',
      'UniJIS-UCS2-HW-H.bcmap',
      'KSCms-UHC-H.bcmap',
      'Adobe-GB1-UCS2.bcmap',
      'H.bcmap',
    ]),
  )
  expect(served).not.toContain('HKdla-B5-H.bcmap')
  expect(isServed('../package.json')).toBe(false)
})
