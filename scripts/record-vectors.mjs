// Records what each embedder makes of the corpora, from the built site in Chromium, so that a page
// can show real vectors before anything is fetched. Build first.
//   node scripts/record-vectors.mjs [folder of the built site]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { textHash } from '../src/lib/embedding/text-hash.ts'
import { embeddingModels } from '../src/worker/models.ts'
import { withBuiltSite } from './lib/built-site.mjs'
import { recordedTexts } from './lib/recorded-texts.mjs'
import { ROOT } from './lib/run.mjs'

const PORT = 4392
const TARGET = path.join(ROOT, 'src/data/vectors')

/** In the page: the texts as vectors. */
const embed = async (element, { texts, role }) => {
  const embeddings = await element.model.embed(texts, { role })
  return embeddings.map(({ vector, tokens, readTo }) => ({ vector: [...vector], tokens, readTo }))
}

const base64 = (rows) => {
  const bytes = Buffer.alloc(4 * rows.reduce((sum, row) => sum + row.length, 0))
  for (const [at, value] of rows.flat().entries()) bytes.writeFloatLE(value, 4 * at)
  return bytes.toString('base64')
}

const rowsOf = async (panel, texts, role) => {
  const found = texts.length === 0 ? [] : await panel.evaluate(embed, { texts, role })
  return {
    hashes: texts.map(textHash),
    tokens: found.map(({ tokens }) => tokens),
    readTo: found.map(({ readTo }) => readTo),
    rows: base64(found.map(({ vector }) => vector)),
  }
}

await withBuiltSite(PORT, async (loadModel) => {
  rmSync(TARGET, { recursive: true, force: true })
  for (const model of embeddingModels) {
    const { id, checksum, dimensions } = model
    const { page, panel } = await loadModel(model)
    for (const { file, corpus, query, passage } of recordedTexts()) {
      const recorded = {
        model: id,
        modelChecksum: checksum,
        corpus,
        dimensions,
        query: await rowsOf(panel, query, 'query'),
        passage: await rowsOf(panel, passage, 'passage'),
      }
      const target = path.join(TARGET, id, file)
      mkdirSync(path.dirname(target), { recursive: true })
      const json = `${JSON.stringify(recorded)}\n`
      writeFileSync(target, json)
      console.log(`${id.padEnd(28)} ${file.padEnd(56)} ${(json.length / 1000).toFixed(1)} kB`)
    }
    await page.close()
  }
})
