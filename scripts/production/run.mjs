// Runs the SQL and the client code of the page "The same in production" against a real PostgreSQL
// with pgvector, checks the answers against the library's, and records what was found.
//   DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres node scripts/production/run.mjs
// Debian has both: apt install postgresql postgresql-17-pgvector. The script works in a schema of
// its own, which it drops first.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import pgvector from 'pgvector/pg'
import { connect, search, storeDocument } from '../../src/data/production/client.mjs'
import { chunkText } from '../../src/lib/chunking/chunk-text.ts'
import { recordedChunking } from '../../src/lib/embedding/recorded-chunking.ts'
import { reciprocalRankFusion } from '../../src/lib/retrieval/reciprocal-rank-fusion.ts'
import { topK } from '../../src/lib/retrieval/top-k.ts'
import { seededRandom } from '../../src/lib/sampling/seeded-random.ts'
import { recordedEmbeddings } from '../../src/worker/embedding/recorded-vectors.ts'
import { readCorpora } from '../lib/read-corpora.mjs'

const MODEL = 'multilingual-e5-small-en-zh'
const DIMENSIONS = 384
const ROWS = 20_000
const QUERIES = 100
const K = 10
const FOLDER = new URL('../../src/data/production/', import.meta.url)

const sql = (name) => readFileSync(new URL(`${name}.sql`, FOLDER), 'utf8')
const fail = (message) => {
  throw new Error(message)
}

/** The corpora with the vectors that the page shows. */
const documents = readCorpora().map((corpus) => {
  const file = new URL(`../../src/data/vectors/${MODEL}/${corpus.id}.json`, import.meta.url)
  const recorded = JSON.parse(readFileSync(file, 'utf8'))
  const [passage, query] = ['passage', 'query'].map((role) => recordedEmbeddings(recorded, role))
  const { text, language } = corpus
  const chunks = chunkText(text, { ...recordedChunking, language }).map((chunk) => {
    const body = text.slice(chunk.start, chunk.end)
    const vector = passage(body)?.vector ?? fail(`${corpus.id} has a chunk without a vector.`)
    return { ...chunk, headings: chunk.headings ?? [], body, vector }
  })
  const questions = corpus.questions.map((question) => ({
    text: question.text,
    vector: query(question.text)?.vector ?? fail(`${question.id} has no vector.`),
  }))
  return {
    ...corpus,
    chunks,
    questions,
    config: language === 'en' ? 'english' : 'simple',
    modelChecksum: recorded.modelChecksum,
  }
})

const same = (a, b) => a.length === b.length && a.every((value, at) => value === b[at])

/** Random unit vectors in clusters, so that a graph has something to find. */
const clusteredRows = (count, seed) => {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const centres = Array.from({ length: 200 }, () => Array.from({ length: DIMENSIONS }, normal))
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * centres.length)]
    const row = centre.map((value) => value + normal())
    const length = Math.hypot(...row)
    return Float32Array.from(row, (value) => value / length)
  })
}

const client = await connect(process.env.DATABASE_URL ?? fail('Name the database: DATABASE_URL=…'))
await client.query('DROP SCHEMA IF EXISTS workbook CASCADE; CREATE SCHEMA workbook')
await client.query('SET search_path TO workbook, public')
await client.query(sql('schema'))

// 1. The corpora, searched by the page's queries.
for (const { id, title, config, text, chunks } of documents)
  await storeDocument(client, {
    id,
    title,
    language: config,
    checksum: createHash('sha256').update(text).digest('hex'),
    model: MODEL,
    chunks,
  })
const { rows: stored } = await client.query(
  'SELECT id, document_id, position FROM chunks ORDER BY id',
)
const flat = new Float32Array(stored.length * DIMENSIONS)
for (const [index, { document_id, position }] of stored.entries()) {
  const { vector } = documents.find(({ id }) => id === document_id).chunks[position]
  flat.set(vector, index * DIMENSIONS)
}
const idOf = (index) => stored[index].id
const answers = { questions: 0, denseSame: 0, hybridSame: 0 }
for (const { questions, config } of documents)
  for (const { text, vector } of questions) {
    answers.questions++
    const dense = (await client.query(sql('dense'), [pgvector.toSql([...vector]), MODEL, K])).rows
    const ours = topK(vector, flat, DIMENSIONS, K).map(({ index }) => idOf(index))
    if (
      same(
        dense.map(({ id }) => id),
        ours,
      )
    )
      answers.denseSame++
    const options = { vector, model: MODEL, question: text, language: config, candidates: 50, k: K }
    const hybrid = await search(client, sql('hybrid'), options)
    // The fusion that the page teaches, on the two lists that the database ranked.
    const all = await search(client, sql('hybrid'), { ...options, k: 1000 })
    const listOf = (rank) =>
      all
        .filter((row) => row[rank] !== null)
        .sort((a, b) => a[rank] - b[rank])
        .map(({ id }) => id)
    const fused = reciprocalRankFusion({
      rankings: [listOf('dense_rank'), listOf('lexical_rank')],
      k: 60,
    })
    const scores = new Map(fused.map(({ id, score }) => [id, score]))
    if (
      hybrid.every(
        ({ id, score }, at) =>
          Math.abs(scores.get(id) - score) < 1e-9 && Math.abs(fused[at].score - score) < 1e-9,
      )
    )
      answers.hybridSame++
  }

// 2. What an index takes, and what it finds, on rows enough to measure.
const rows = clusteredRows(ROWS, 1)
const queries = clusteredRows(QUERIES + ROWS, 1).slice(ROWS)
await client.query(
  `CREATE TABLE many (
     id integer PRIMARY KEY, embedding vector(${DIMENSIONS}), model text NOT NULL DEFAULT '${MODEL}'
   )`,
)
for (let from = 0; from < ROWS; from += 500) {
  const part = rows.slice(from, from + 500)
  const places = part.map((_, at) => `($${2 * at + 1}, $${2 * at + 2})`).join(', ')
  await client.query(
    `INSERT INTO many (id, embedding) VALUES ${places}`,
    part.flatMap((row, at) => [from + at, pgvector.toSql([...row])]),
  )
}
const manyFlat = new Float32Array(ROWS * DIMENSIONS)
for (const [index, row] of rows.entries()) manyFlat.set(row, index * DIMENSIONS)
const exact = queries.map(
  (query) => new Set(topK(query, manyFlat, DIMENSIONS, K).map(({ index }) => index)),
)
const recall = async (statement, ...limits) => {
  let found = 0
  for (const [at, query] of queries.entries()) {
    const { rows: hits } = await client.query(statement, [pgvector.toSql([...query]), ...limits])
    found += hits.filter(({ id }) => exact[at].has(id)).length
  }
  return found / (K * QUERIES)
}
const inRows = (text) => text.replaceAll('chunks', 'many')
await client.query(inRows(sql('graph')))
await client.query(inRows(sql('smaller')))
await client.query('ANALYZE many')
const bytesOf = async (name) =>
  Number(
    (await client.query('SELECT pg_relation_size($1::regclass) AS bytes', [name])).rows[0].bytes,
  )
const plain = 'SELECT id FROM many ORDER BY embedding <=> $1 LIMIT $2'
const half = `SELECT id FROM many ORDER BY embedding::halfvec(${DIMENSIONS}) <=> $1::halfvec(${DIMENSIONS}) LIMIT $2`
await client.query('SET enable_seqscan = off')
const recalls = []
for (const efSearch of [10, 40, 100, 200]) {
  await client.query(`SET hnsw.ef_search = ${efSearch}`)
  recalls.push({ efSearch, vector: await recall(plain, K), halfvec: await recall(half, K) })
}
const bits = []
for (const candidates of [10, 40, 100, 200]) {
  await client.query(`SET hnsw.ef_search = ${candidates}`)
  const recalled = await recall(inRows(sql('reranked-bits')), MODEL, candidates, K)
  bits.push({ candidates, recall: recalled })
}
/** Rows left of the ten wanted when one row in a hundred meets the filter: mean over all questions. */
const rowsLeft = async () => {
  let left = 0
  for (const query of queries) {
    const { rows: found } = await client.query(
      'SELECT id FROM many WHERE id % 100 = 7 ORDER BY embedding <=> $1 LIMIT $2',
      [pgvector.toSql([...query]), K],
    )
    left += found.length
  }
  return left / QUERIES
}
await client.query('BEGIN')
await client.query(sql('filtered'))
const efSearch = Number((await client.query('SHOW hnsw.ef_search')).rows[0]['hnsw.ef_search'])
const iterative = await rowsLeft()
await client.query('SET LOCAL hnsw.iterative_scan = off')
const plainly = await rowsLeft()
await client.query('COMMIT')

const [{ server_version: version }] = (await client.query('SHOW server_version')).rows
const [{ extversion }] = (
  await client.query("SELECT extversion FROM pg_extension WHERE extname = 'vector'")
).rows
const result = {
  about: 'Last run of scripts/production/run.mjs against a real PostgreSQL with pgvector.',
  date: new Date().toISOString().slice(0, 10),
  postgresql: version.split(' ')[0],
  pgvector: extversion,
  model: MODEL,
  modelChecksum: documents[0].modelChecksum,
  chunks: stored.length,
  ...answers,
  rows: ROWS,
  dimensions: DIMENSIONS,
  tableBytes: await bytesOf('many'),
  indexBytes: {
    vector: await bytesOf('many_embedding'),
    halfvec: await bytesOf('many_half'),
    bit: await bytesOf('many_bits'),
  },
  recallAt10: recalls,
  bitsThenVectors: bits,
  filteredRows: { wanted: K, efSearch, plain: plainly, iterative },
}
writeFileSync(new URL('last-run.json', FOLDER), `${JSON.stringify(result, null, 2)}\n`)
console.log(JSON.stringify(result, null, 2))
await client.end()
