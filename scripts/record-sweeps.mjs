// Records what a sweep of chunk sizes finds on the corpora, with the embedders of the built site in
// Chromium, so that a page can show a real sweep before anything is fetched. Build first. A setting
// whose chunks, questions and model are as they were is not recorded again.
//   node scripts/record-sweeps.mjs [folder of the built site]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chunkingSchema } from '../src/lib/chunking-lab/lab-state.ts'
import { chunkBorders } from '../src/lib/chunking-lab/sweep/chunk-borders.ts'
import { cutSetting } from '../src/lib/chunking-lab/sweep/cut-setting.ts'
import { sweepMeans } from '../src/lib/chunking-lab/sweep/judged-point.ts'
import { rankChunks } from '../src/lib/chunking-lab/sweep/rank-chunks.ts'
import {
  questionsHash,
  readRankings,
  RECORDED_RANKS,
} from '../src/lib/chunking-lab/sweep/recorded-sweep.ts'
import { sweepPlan } from '../src/lib/chunking-lab/sweep/sweep-plan.ts'
import { settingName } from '../src/lib/chunking-lab/sweep/sweep-setting.ts'
import { goldQuestions } from '../src/lib/corpus/gold-questions.ts'
import { textHash } from '../src/lib/embedding/text-hash.ts'
import { questionScores } from '../src/lib/evaluation/question-scores.ts'
import { flatVectors } from '../src/lib/retrieval/flat-vectors.ts'
import { spansOf } from '../src/worker/client/unpack-spans.ts'
import { openTokenizer } from '../src/worker/embedding/tokenizer/open-tokenizer.ts'
import { embeddingModels } from '../src/worker/models.ts'
import { withBuiltSite } from './lib/built-site.mjs'
import { readCorpora } from './lib/read-corpora.mjs'
import { ROOT } from './lib/run.mjs'

const PORT = 4395
const TARGET = path.join(ROOT, 'src/data/sweeps')

const sizes = chunkingSchema.sizes.initial
const strategies = chunkingSchema.compared.initial
const overlapShare = chunkingSchema.overlapShare.initial
const k = chunkingSchema.k.initial
const threshold = chunkingSchema.threshold.initial
const unit = 'characters'

/** English by the English embedder, everything else by the one of both languages. */
const embedderOf = ({ language }) =>
  embeddingModels.find((model) => model.languages[0] === 'en' && model.languages.includes(language))

/** In the page: the texts as vectors. */
const embed = async (element, { texts, role }) => {
  const embeddings = await element.model.embed(texts, { role })
  return embeddings.map(({ vector }) => [...vector])
}

/** The recorded points of a corpus that still hold, by setting. */
const keptPoints = (target, { model, text, questions }) => {
  if (!existsSync(target)) return []
  const before = JSON.parse(readFileSync(target, 'utf8'))
  const same =
    before.modelChecksum === model.checksum &&
    before.text === text &&
    before.questions === questions
  return same ? before.points : []
}

const rounded = (value) => (value === null ? null : Number(value.toFixed(4)))

const record = async (corpus, model, panel, target) => {
  const { text, language } = corpus
  const questions = goldQuestions(corpus)
  const vectorsOf = async (texts, role) =>
    (await panel.evaluate(embed, { texts, role })).map((row) => Float32Array.from(row))
  const kept = keptPoints(target, {
    model,
    text: textHash(text),
    questions: questionsHash(questions),
  })
  const asked = await vectorsOf(
    questions.map((question) => question.text),
    'query',
  )
  const file = path.join(ROOT, 'public/models', model.id, 'tokenizer.json')
  const packed = openTokenizer(readFileSync(file, 'utf8')).tokenize(text)
  const tokenSpans = spansOf(packed)
  const source = { text, language, tokenSpans, distances: null, threshold }
  const plan = sweepPlan({ sizes, strategies, unit, overlapShare, charactersPerToken: null })
  const rankingsOf = async (texts) => {
    const { values } = flatVectors(await vectorsOf(texts, 'passage'))
    return asked.map((vector) => rankChunks(vector, values, RECORDED_RANKS))
  }
  const points = []
  for (const setting of plan) {
    const chunks = cutSetting(source, setting)
    const borders = chunkBorders(chunks)
    const known = kept.find(
      (point) => settingName(point) === settingName(setting) && point.borders === borders,
    )
    const rankings = known
      ? readRankings(known.rankings)
      : await rankingsOf(chunks.map(({ start, end }) => text.slice(start, end)))
    const scores = questions.map((question, place) =>
      questionScores({ chunks, question, ranking: rankings[place], k }),
    )
    const means = Object.fromEntries(
      Object.entries(sweepMeans(scores)).map(([name, value]) => [name, rounded(value)]),
    )
    points.push({
      ...setting,
      chunks: chunks.length,
      borders,
      rankings: rankings.map((ranking) => ranking.join(' ')),
      means,
    })
    console.log(
      `${corpus.id.padEnd(16)} ${setting.strategy.padEnd(10)} ${String(setting.size).padStart(5)} ${String(chunks.length).padStart(4)} chunks  recall ${means.recall}  precision ${means.precision}  IoU ${means.iou}  tokens ${means.contextTokens}`,
    )
  }
  return {
    model: model.id,
    modelChecksum: model.checksum,
    corpus: corpus.id,
    text: textHash(text),
    questions: questionsHash(questions),
    unit,
    overlapShare,
    k,
    points,
  }
}

await withBuiltSite(PORT, async (loadModel) => {
  for (const model of embeddingModels) {
    const corpora = readCorpora().filter((corpus) => embedderOf(corpus)?.id === model.id)
    if (corpora.length === 0) continue
    const { page, panel } = await loadModel(model)
    mkdirSync(path.join(TARGET, model.id), { recursive: true })
    for (const corpus of corpora) {
      const target = path.join(TARGET, model.id, `${corpus.id}.json`)
      const json = `${JSON.stringify(await record(corpus, model, panel, target), null, 1)}\n`
      writeFileSync(target, json)
      console.log(`${model.id} ${corpus.id}: ${(json.length / 1000).toFixed(1)} kB`)
    }
    await page.close()
  }
})
