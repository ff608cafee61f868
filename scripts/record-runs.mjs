// Records what the model says after a few prompts, from the built site in Chromium, so that a page
// can show a real result before anything is fetched. Build first.
//   node scripts/record-runs.mjs [folder of the built site]
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findModel } from '../src/worker/models.ts'
import { withBuiltSite } from './lib/built-site.mjs'
import { ROOT } from './lib/run.mjs'

const MODEL = 'SmolLM2-135M-Instruct'
const TOP = 2000
const PORT = 4391

// A prompt that begins as the one before reuses its cache, which moves the last digits; keep the order.
const prompts = [
  ['door', 'english', 'A story begins', 'She opened the door and saw'],
  ['machine-learning', 'chinese', 'Chinese: “machine learning is”', '机器学习是'],
  ['weather', 'bytes', 'Chinese in single bytes: “the weather today”', '今天天气'],
  ['add', 'code', 'Python', 'def add(a, b):\n    return'],
  ['gold', 'known', 'A fact that it knows', 'The chemical symbol for gold is'],
  [
    'australia-city',
    'wrong',
    'A fact that it gets wrong',
    'The capital of Australia is the city of',
  ],
  ['australia', 'tie', 'Two answers nearly level', 'The capital of Australia is'],
  ['he-said', 'flat', 'Almost anything can follow', 'He said that the'],
  ['hubble', 'peaked', 'Only one word can follow', 'The Hubble Space'],
  ['explain', 'instruction', 'An instruction', 'Explain what a language model is in one sentence.'],
  [
    'australia-hint',
    'known',
    'A sentence in front of the fact it gets wrong',
    'Canberra is where the parliament of Australia sits. The capital of Australia is the city of',
  ],
].map(([id, kind, title, text]) => ({ id, title, kind, text, chat: kind === 'instruction' }))

const settings = [
  { title: 'Always the most probable', steps: [{ name: 'greedy' }], seed: 1 },
  {
    title: 'Temperature 0.7, top-p 0.9',
    steps: [
      { name: 'temperature', temperature: 0.7 },
      { name: 'top_p', p: 0.9 },
    ],
    seed: 1,
  },
  { title: 'Temperature 1.5', steps: [{ name: 'temperature', temperature: 1.5 }], seed: 1 },
]

/** In the page: everything about one prompt that needs the model. */
const record = async (element, { prompt, settings, top }) => {
  const { model } = element
  const text = prompt.chat
    ? await model.chatPrompt([{ role: 'user', content: prompt.text }])
    : prompt.text
  const tokens = await model.tokenize(text)
  const ids = tokens.map(({ id }) => id)
  const logits = await model.nextLogits(ids)
  const order = Array.from(logits.keys()).sort((a, b) => logits[b] - logits[a] || a - b)
  const rest = order.slice(top).map((id) => logits[id])
  const largest = Math.max(...rest)
  const continuations = []
  for (const setting of settings) {
    const stopTokenIds = model.endTokenIds
    const written = await model.generate({ ids, ...setting, maxTokens: 40, stopTokenIds })
    continuations.push({
      ...setting,
      written,
      ended: stopTokenIds.includes(written.at(-1).token.id),
    })
  }
  return {
    tokens,
    vocabularySize: model.vocabularySize,
    top: order.slice(0, top).map((id) => [id, logits[id]]),
    shown: await model.tokens(order.slice(0, top)),
    logSumExpOfRest:
      largest + Math.log(rest.reduce((sum, logit) => sum + Math.exp(logit - largest), 0)),
    continuations,
  }
}

/** The shortest decimal that is the same 32-bit number. */
const short = (value) => {
  for (let digits = 1; digits <= 9; digits++) {
    const tried = Number(value.toPrecision(digits))
    if (Math.fround(tried) === Math.fround(value)) return tried
  }
  return value
}
const hex = (bytes) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
const rounded = (value) => Number(value.toPrecision(6))

const runOf = (prompt, found) => ({
  model: MODEL,
  modelChecksum: findModel(MODEL).checksum,
  prompt,
  tokens: found.tokens.map(({ id, text }) => ({ id, text })),
  vocabularySize: found.vocabularySize,
  top: found.top.map(([id, logit]) => [id, short(logit)]),
  logSumExpOfRest: found.logSumExpOfRest,
  texts: found.shown.map(({ text }) => text),
  bytes: Object.fromEntries(
    [
      ...found.shown,
      ...found.tokens,
      ...found.continuations.flatMap(({ written }) => written.map(({ token }) => token)),
    ]
      .filter(({ text }) => text.includes('\ufffd'))
      .map(({ id, bytes }) => [id, hex(bytes)]),
  ),
  continuations: found.continuations.map(({ title, steps, seed, written, ended }) => ({
    title,
    steps,
    seed,
    tokens: written.map(({ token, probability, modelProbability, keptCount }) => [
      token.id,
      token.text,
      rounded(probability),
      rounded(modelProbability),
      keptCount,
    ]),
    ended,
  })),
})

await withBuiltSite(PORT, async (loadModel) => {
  const { panel } = await loadModel(findModel(MODEL))
  const target = path.join(ROOT, 'src/data/runs', MODEL)
  mkdirSync(target, { recursive: true })
  for (const prompt of prompts) {
    const found = await panel.evaluate(record, { prompt, settings, top: TOP })
    const json = `${JSON.stringify(runOf(prompt, found))}\n`
    writeFileSync(path.join(target, `${prompt.id}.json`), json)
    console.log(`${prompt.id.padEnd(18)} ${(json.length / 1000).toFixed(1)} kB`)
  }
})
