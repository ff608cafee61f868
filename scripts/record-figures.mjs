// Records what the embedders make of the texts that the figures of the chapter on chunking show, from
// the built site in Chromium. Build first.
//   node scripts/record-figures.mjs [folder of the built site]
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chunkText } from '../src/lib/chunking/chunk-text.ts'
import { questionsHash } from '../src/lib/chunking-lab/sweep/recorded-sweep.ts'
import { goldQuestions } from '../src/lib/corpus/gold-questions.ts'
import { textHash } from '../src/lib/embedding/text-hash.ts'
import { tokenWindow } from '../src/lib/figures/token-window.ts'
import { cosineSimilarity } from '../src/lib/retrieval/cosine-similarity.ts'
import { spansOf } from '../src/worker/client/unpack-spans.ts'
import { openTokenizer } from '../src/worker/embedding/tokenizer/open-tokenizer.ts'
import { embeddingModels } from '../src/worker/models.ts'
import { withBuiltSite } from './lib/built-site.mjs'
import { readCorpora } from './lib/read-corpora.mjs'
import { ROOT } from './lib/run.mjs'

const PORT = 4398
const TARGET = path.join(ROOT, 'src/data/figures')

/** Windows around an answer, in tokens; what a model cannot read is left out. */
const WINDOWS = [32, 64, 128, 254, 508]
/** A chunk longer than the first embedder reads. */
const LONG = 600

/** The chunks whose ranking is recorded: too long for the first embedder, and short enough. */
const RANKED = { corpus: 'bench-supply', sizes: [LONG, 250] }

const SENTENCES = {
  base: 'Brush the fan grille every six months.',
  others: [
    { kind: 'the same, in other words', text: 'Clean the ventilator cover twice a year.' },
    { kind: 'one word changed', text: 'Brush the fan grille every six weeks.' },
    { kind: 'the opposite', text: 'Never brush the fan grille.' },
    { kind: 'the same, in Chinese', text: '每六个月刷一次风扇格栅。' },
    {
      kind: 'something else',
      text: 'The warranty lasts three years from the date of the invoice.',
    },
  ],
}

/** In the page: the texts as vectors. */
const embed = async (element, { texts, role }) => {
  const embeddings = await element.model.embed(texts, { role })
  return embeddings.map(({ vector }) => [...vector])
}

const rounded = (value) => Number(value.toFixed(4))

/** The rank of the chunk that holds each answer whole, and where in that chunk the answer ends. */
const ranks = async (size, tokenizer, vectors) => {
  const corpus = readCorpora().find(({ id }) => id === RANKED.corpus)
  const tokens = spansOf(tokenizer.tokenize(corpus.text))
  const chunks = chunkText(corpus.text, {
    ...{ strategy: 'tokens', unit: 'tokens', size, overlap: 0, language: corpus.language },
    tokenSpans: tokens,
  })
  const rows = await vectors(
    chunks.map(({ start, end }) => corpus.text.slice(start, end)),
    'passage',
  )
  const questions = goldQuestions(corpus).filter(({ spans }) => spans.length === 1)
  const asked = await vectors(
    questions.map(({ text }) => text),
    'query',
  )
  const answers = questions.flatMap(({ id, spans: [span] }, place) => {
    const holder = chunks.findIndex(({ start, end }) => start <= span.start && span.end <= end)
    if (holder < 0) return []
    const cosines = rows.map((row) => cosineSimilarity(asked[place], row))
    const within = tokens.filter(
      ({ start }) => start >= chunks[holder].start && start < span.end,
    ).length
    const rank = 1 + cosines.filter((cosine) => cosine > cosines[holder]).length
    return [{ question: id, rank, answerEndsAt: within }]
  })
  return { corpus: corpus.id, size, chunks: chunks.length, answers }
}

const record = async ({ id, checksum, maxTokens }, panel) => {
  const tokenizer = openTokenizer(
    readFileSync(path.join(ROOT, 'public/models', id, 'tokenizer.json'), 'utf8'),
  )
  const vectors = (texts, role) => panel.evaluate(embed, { texts, role })
  const texts = [SENTENCES.base, ...SENTENCES.others.map(({ text }) => text)]
  const rows = await vectors(texts, 'passage')
  const corpora = readCorpora().filter(({ language }) => language === 'en')
  const asked = corpora.flatMap((corpus) => {
    const tokens = spansOf(tokenizer.tokenize(corpus.text))
    return goldQuestions(corpus)
      .filter(({ spans }) => spans.length === 1)
      .map(({ id: question, text, spans }) => ({
        corpus,
        question,
        text,
        span: spans[0],
        tokens,
      }))
  })
  const sizes = WINDOWS.filter((size) => size <= maxTokens - 2)
  const questions = []
  for (const { corpus, question, text, span, tokens } of asked) {
    const window = (size, at) => tokenWindow({ tokens, span, size, at })
    const alone = { start: span.start, end: span.end }
    const cuts = [alone, ...sizes.map((size) => window(size, 'middle'))]
    const ends = [window(LONG, 'start'), window(LONG, 'end')]
    const passages = [...cuts, ...ends].map((cut) =>
      cut === null ? '' : corpus.text.slice(cut.start, cut.end),
    )
    const [query] = await vectors([text], 'query')
    const found = await vectors(passages, 'passage')
    const cosines = passages.map((passage, place) =>
      passage === '' ? null : rounded(cosineSimilarity(query, found[place])),
    )
    questions.push({
      corpus: corpus.id,
      question,
      alone: cosines[0],
      windows: cosines.slice(1, 1 + sizes.length),
      answerFirst: cosines.at(-2),
      answerLast: cosines.at(-1),
    })
  }
  const ranked = []
  for (const size of RANKED.sizes) ranked.push(await ranks(size, tokenizer, vectors))
  return {
    model: id,
    modelChecksum: checksum,
    corpora: corpora.map((corpus) => ({
      id: corpus.id,
      text: textHash(corpus.text),
      questions: questionsHash(goldQuestions(corpus)),
    })),
    sentences: texts.map((text, place) => ({
      text,
      kind: place === 0 ? 'this' : SENTENCES.others[place - 1].kind,
      vector: rows[place].map((value) => Number(value.toFixed(5))),
    })),
    sizes,
    longTokens: LONG,
    questions,
    ranked,
  }
}

await withBuiltSite(PORT, async (loadModel) => {
  mkdirSync(TARGET, { recursive: true })
  for (const model of embeddingModels) {
    const { page, panel } = await loadModel(model)
    const json = `${JSON.stringify(await record(model, panel))}\n`
    writeFileSync(path.join(TARGET, `${model.id}.json`), json)
    console.log(`${model.id.padEnd(28)} ${(json.length / 1000).toFixed(1)} kB`)
    await page.close()
  }
})
