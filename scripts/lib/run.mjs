import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** The project's own Node 24 and command-line tools come first. */
export const environment = (extra = {}) => ({
  ...process.env,
  PATH: [path.join(ROOT, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  ASTRO_TELEMETRY_DISABLED: '1',
  ...extra,
})

/** Runs a command in the project's root with its output shown; answers its exit code. */
export const run = (command, args, extra = {}) => {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: environment(extra),
    shell: process.platform === 'win32',
  })
  if (result.error) console.error(`${command}: ${result.error.message}`)
  return result.status ?? 1
}
