// npm start: install, build, serve, print the address.
import './setup.mjs'
import { run } from './lib/run.mjs'

const status = run('astro', ['build'])
if (status !== 0) process.exit(status)
process.exit(run('node', ['scripts/serve.mjs', ...process.argv.slice(2)]))
