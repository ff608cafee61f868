import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineScriptHashes, policyFor, withPolicy } from '../../integrations/content-security.mjs'

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

test('hashes an inline script exactly as it stands, and no data block or file', () => {
  const html =
    '<script>let a = 1\n</script><script type="application/json">{}</script><script src="/x.js"></script>'
  expect(inlineScriptHashes(html)).toEqual([hash('let a = 1\n')])
})

test('allows requests to other hosts on /connect/ alone', () => {
  expect(policyFor('connect', '')).toContain("connect-src 'self' http: https:")
  expect(policyFor('inference-memory', '')).toMatch(/connect-src 'self'(;|$)/)
})

test('stands first in the head', () => {
  expect(withPolicy('', '<html><head lang="en"><script>1</script></head></html>')).toMatch(
    /^<html><head lang="en"><meta http-equiv="Content-Security-Policy"/,
  )
})
