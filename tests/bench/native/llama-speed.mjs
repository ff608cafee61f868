// Speed of llama.cpp on the same weights: prints {"prompt": tokens/s, "decode": tokens/s}.
//   node llama-speed.mjs FOLDER MODEL.gguf THREADS
// FOLDER holds node_modules with node-llama-cpp and @node-llama-cpp/linux-x64.
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const PROMPT = 64
const STEPS = 24
const REPEATS = 3
const [folder, modelPath, threads] = process.argv.slice(2)
const entry = createRequire(path.join(path.resolve(folder), 'x.js')).resolve('node-llama-cpp')
const { getLlama } = await import(pathToFileURL(entry).href)
const llama = await getLlama({ build: 'never', gpu: false, logLevel: 'error' })
const model = await llama.loadModel({ modelPath })
const context = await model.createContext({ contextSize: 256, threads: Number(threads) })
const ids = Array.from({ length: PROMPT }, (_, i) => 1000 + 7 * i)
const best = { prompt: 0, decode: 0 }
const sequence = context.getSequence()
for (let repeat = 0; repeat < REPEATS; repeat++) {
  await sequence.clearHistory()
  let since = performance.now()
  let written = 0
  for await (const _ of sequence.evaluate(ids, { temperature: 0, yieldEogToken: true })) {
    const seconds = (performance.now() - since) / 1000
    if (written === 0) {
      best.prompt = Math.max(best.prompt, PROMPT / seconds)
      since = performance.now()
    } else if (written === STEPS) {
      best.decode = Math.max(best.decode, STEPS / seconds)
      break
    }
    written++
  }
}
console.log(JSON.stringify(best))
process.exit(0)
