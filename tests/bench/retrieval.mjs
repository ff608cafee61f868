import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const RUNS = 200
const ROWS = 5000
const DIMENSIONS = 384

/** A query in the RAG lab: 5,000 chunks searched exactly, and the same chunks by BM25. */
export const retrieval = async ({ browser }) => {
  const page = await browser.newPage()
  await page.addScriptTag({ content: await bundle() })
  const given = { runs: RUNS, rows: ROWS, dimensions: DIMENSIONS }
  const times = await page.evaluate(timeSearches, given)
  await page.close()
  return [
    { name: 'Exact search, 5,000 chunks x 384, ten best, median', value: times.exact, most: 10 },
    { name: 'BM25 on 5,000 counted chunks, six words, median', value: times.words },
    { name: 'Reciprocal rank fusion of two lists of 100, median', value: times.fusion },
  ].map((row) => ({ ...row, unit: 'ms' }))
}

/** The search functions as one script that names itself `search`. */
const bundle = async () => {
  const lib = fileURLToPath(new URL('../../src/lib/', import.meta.url))
  const files = [
    'retrieval/top-k',
    'retrieval/bm25',
    'retrieval/bm25-index',
    'retrieval/reciprocal-rank-fusion',
    'sampling/seeded-random',
  ]
  const built = await build({
    stdin: {
      contents: files.map((file) => `export * from './${file}.ts'`).join('\n'),
      resolveDir: lib,
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'search',
    write: false,
  })
  return built.outputFiles[0].text
}

/** Runs in the page. */
function timeSearches({ runs, rows, dimensions }) {
  const lib = globalThis.search
  const random = lib.seededRandom(1)
  const vectors = Float32Array.from({ length: rows * dimensions }, () => random() - 0.5)
  const query = Float32Array.from({ length: dimensions }, () => random() - 0.5)
  const word = () => `word${Math.floor(8000 * random() ** 3)}`
  const documents = Array.from({ length: rows }, () => Array.from({ length: 120 }, word))
  const index = lib.bm25Index(documents)
  const words = Array.from({ length: 6 }, word)
  const ids = Array.from({ length: 100 }, (_, place) => place)
  const rankings = [ids, ids.map((id) => (id * 37) % 100)]
  const median = (once) => {
    const times = Array.from({ length: runs }, (_, run) => {
      const start = performance.now()
      once(run)
      return performance.now() - start
    })
    return times.sort((one, other) => one - other)[Math.floor(runs / 2)]
  }
  return {
    exact: median((run) => {
      query[run % dimensions] += 0.01
      lib.topK(query, vectors, dimensions, 10)
    }),
    words: median(() => lib.bm25Scores(index, words)),
    fusion: median(() => lib.reciprocalRankFusion({ rankings })),
  }
}
