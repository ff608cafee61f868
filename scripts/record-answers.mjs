// Records what the language model answers to the RAG lab's prompts, from the built site in Chromium, so
// that a page can show a real answer before anything is fetched. Build first.
//   node scripts/record-answers.mjs [folder of the built site]
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promptHash } from '../src/lib/rag-lab/view/recorded-answer.ts'
import { writingSteps } from '../src/lib/rag-lab/view/writing-steps.ts'
import { findModel } from '../src/worker/models.ts'
import { answerPrompts } from './lib/answer-prompts.mjs'
import { withBuiltSite } from './lib/built-site.mjs'
import { ROOT } from './lib/run.mjs'

const MODEL = 'SmolLM2-135M-Instruct'
const PORT = 4393

/** In the page: the answer to one prompt. */
const answer = async (element, { messages, steps, seed, maxTokens }) => {
  const { model } = element
  const ids = (await model.tokenize(await model.chatPrompt(messages))).map(({ id }) => id)
  const stopTokenIds = model.endTokenIds
  const written = await model.generate({ ids, steps, seed, maxTokens, stopTokenIds })
  const finished = stopTokenIds.includes(written.at(-1)?.token.id)
  const bytes = (finished ? written.slice(0, -1) : written).flatMap(({ token }) => token.bytes)
  const text = new TextDecoder().decode(Uint8Array.from(bytes)).trim()
  return { promptTokens: ids.length, text, finished }
}

await withBuiltSite(PORT, async (loadModel) => {
  const { panel } = await loadModel(findModel(MODEL))
  const target = path.join(ROOT, 'src/data/answers')
  const file = path.join(target, `${MODEL}.json`)
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  const modelChecksum = findModel(MODEL).checksum
  const answers = []
  for (const { id, state, prompt } of answerPrompts()) {
    const { temperature, seed, maxTokens } = state
    const asked = { modelChecksum, prompt: promptHash(prompt), temperature, seed, maxTokens }
    const known = before.find((each) =>
      Object.entries(asked).every(([key, value]) => each[key] === value),
    )
    if (known !== undefined) {
      answers.push({ ...known, id })
      continue
    }
    const steps = writingSteps(temperature)
    const found = await panel.evaluate(answer, {
      messages: prompt.messages,
      steps,
      seed,
      maxTokens,
    })
    answers.push({ id, model: MODEL, ...asked, ...found })
    console.log(`${id.padEnd(20)} ${found.promptTokens} tokens: ${found.text.slice(0, 70)}`)
    mkdirSync(target, { recursive: true })
    writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`)
  }
  writeFileSync(file, `${JSON.stringify(answers, null, 2)}\n`)
})
