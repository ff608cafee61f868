import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT, run } from './run.mjs'

const LOCK = path.join(ROOT, 'package-lock.json')
const STAMP = path.join(ROOT, 'node_modules/.workbook-lock')

const lockHash = () => createHash('sha256').update(readFileSync(LOCK)).digest('hex')
const NPMS_OWN = path.join(ROOT, 'node_modules/.package-lock.json')

/** True when npm itself installed after the lock file last changed. */
const isFresh = () => existsSync(NPMS_OWN) && statSync(NPMS_OWN).mtimeMs > statSync(LOCK).mtimeMs
const stamp = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '')

/** Installs the locked packages when they are missing or belong to another lock file. */
export const install = () => {
  const hash = lockHash()
  if (stamp() === hash || (stamp() === '' && isFresh())) return
  console.log('Installing the packages of package-lock.json …')
  if (run('npm', ['ci', '--no-audit', '--no-fund']) !== 0) {
    console.error('npm ci failed. Its message is above; check the network and try again.')
    process.exit(1)
  }
  writeFileSync(STAMP, hash)
}
