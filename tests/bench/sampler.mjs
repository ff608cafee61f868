import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const RUNS = 300
const VOCABULARY = 49152

/**
 * A move of a slider in the Sampling lab: the whole vocabulary through a chain again. Once with every
 * step at work and nothing prepared (check, sort, eight steps), once as the lab does it, from the
 * sorted vocabulary, for the chain of each engine with its default values.
 */
export const sampler = async ({ browser }) => {
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundle() })
  const times = await page.evaluate(timeChains, { runs: RUNS, vocabulary: VOCABULARY })
  await page.close()
  return [
    { name: 'Sampler chain, all steps, from raw logits, median', value: times.raw, most: 8 },
    { name: 'The same from the sorted vocabulary, median', value: times.sorted, most: 8 },
    { name: 'The slowest engine with its defaults, median', value: times.engines, most: 8 },
  ].map((row) => ({ ...row, unit: 'ms' }))
}

/** The sampling library as one script that names itself `sampling`. */
const bundle = async () => {
  const room = fileURLToPath(new URL('../../src/lib/sampling/', import.meta.url))
  const files = [
    'candidates-of',
    'preset-steps',
    'sampler-chain',
    'sampler-presets',
    'seeded-random',
  ]
  const built = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}.ts'`).join('\n'),
      resolveDir: room,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'sampling',
    write: false,
  })
  return built.outputFiles[0].text
}

/** Runs in the page. */
function timeChains({ runs, vocabulary }) {
  const lib = globalThis.sampling
  const random = lib.seededRandom(1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const logits = Float32Array.from({ length: vocabulary }, () => 3 * normal())
  const sorted = lib.candidatesOf(logits)
  const outputTokenIds = Array.from({ length: 200 }, () => Math.floor(random() * vocabulary))
  const everything = (temperature) => [
    { name: 'penalties', lastN: 64, repeat: 1.1, frequency: 0.1, presence: 0.1 },
    { name: 'temperature', temperature },
    { name: 'top_k', k: vocabulary - 1 },
    { name: 'typical_p', p: 0.995 },
    { name: 'top_p', p: 0.999 },
    { name: 'min_p', p: 1e-9 },
    { name: 'eta_cutoff', epsilon: 1e-9 },
    { name: 'top_n_sigma', n: 8 },
  ]
  const median = (once) => {
    const times = Array.from({ length: runs }, (_, run) => {
      const start = performance.now()
      once(0.5 + run / runs)
      return performance.now() - start
    })
    return times.sort((one, other) => one - other)[Math.floor(runs / 2)]
  }
  const engine = (preset) =>
    median((temperature) => {
      const steps = lib.presetSteps(preset, { ...preset.defaults, temperature })
      lib.samplerChain(sorted, steps, { rules: preset.rules })
    })
  return {
    raw: median((temperature) =>
      lib.samplerChain(logits, everything(temperature), { outputTokenIds }),
    ),
    sorted: median((temperature) =>
      lib.samplerChain(sorted, everything(temperature), { outputTokenIds }),
    ),
    engines: Math.max(...Object.values(lib.samplerPresets).map(engine)),
  }
}
