// Records how late interaction scores every passage of a corpus for every question, from the built
// site in Chromium, so that the RAG lab and a chapter can say what reranking changes. Build first.
//   node scripts/record-rerank.mjs [folder of the built site]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chunkText } from '../src/lib/chunking/chunk-text.ts'
import { recordedChunking } from '../src/lib/embedding/recorded-chunking.ts'
import { textHash } from '../src/lib/embedding/text-hash.ts'
import { maxSim } from '../src/lib/retrieval/max-sim.ts'
import { embeddingModels } from '../src/worker/models.ts'
import { withBuiltSite } from './lib/built-site.mjs'
import { readCorpora } from './lib/read-corpora.mjs'
import { ROOT } from './lib/run.mjs'

const PORT = 4394
const TARGET = path.join(ROOT, 'src/data/rerank')

/** In the page: the rows of each text's tokens. */
const embed = async (element, { texts, role }) => {
  const found = await element.model.embedTokens(texts, { role })
  return found.map(({ rows }) => [...rows])
}

await withBuiltSite(PORT, async (loadModel) => {
  rmSync(TARGET, { recursive: true, force: true })
  for (const model of embeddingModels) {
    const { id, checksum, dimensions } = model
    const { page, panel } = await loadModel(model)
    const rowsOf = async (texts, role) =>
      (await panel.evaluate(embed, { texts, role })).map((rows) => Float32Array.from(rows))
    mkdirSync(path.join(TARGET, id), { recursive: true })
    for (const { id: corpus, text, language, questions } of readCorpora()) {
      const passages = chunkText(text, { ...recordedChunking, language }).map(({ start, end }) =>
        text.slice(start, end),
      )
      const passageRows = await rowsOf(passages, 'passage')
      const questionRows = await rowsOf(
        questions.map((question) => question.text),
        'query',
      )
      const scores = questionRows.map((query) =>
        passageRows.map((rows) => Number(maxSim(query, rows, dimensions).score.toFixed(4))),
      )
      const recorded = {
        model: id,
        modelChecksum: checksum,
        corpus,
        passages: textHash(passages.join('\n')),
        questions: textHash(questions.map((question) => question.text).join('\n')),
        scores: Object.fromEntries(questions.map(({ id }, place) => [id, scores[place]])),
      }
      writeFileSync(path.join(TARGET, id, `${corpus}.json`), `${JSON.stringify(recorded)}\n`)
      console.log(`${id.padEnd(28)} ${corpus}`)
    }
    await page.close()
  }
})
