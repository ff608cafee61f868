import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerPrompts } from '../../scripts/lib/answer-prompts.mjs'
import { promptHash } from '../../src/lib/rag-lab/view/recorded-answer'
import type { RecordedAnswer } from '../../src/lib/rag-lab/view/recorded-answer'
import { findModel } from '../../src/worker/models'

const answers = JSON.parse(
  readFileSync('src/data/answers/SmolLM2-135M-Instruct.json', 'utf8'),
) as RecordedAnswer[]
const prompts = answerPrompts()

describe('recorded answers', () => {
  it.each(prompts.map((each) => ({ id: each.id, each })))(
    '$id has the answer to the very prompt that the page makes; else run scripts/record-answers.mjs',
    ({ id, each }) => {
      const answer = answers.find((found) => found.id === id)
      expect(answer?.prompt).toBe(promptHash(each.prompt))
      const { temperature, seed, maxTokens } = each.state
      expect(answer).toMatchObject({ temperature, seed, maxTokens })
    },
  )
  it('come from the model that this site serves, one a prompt', () => {
    for (const { model, modelChecksum } of answers)
      expect(modelChecksum).toBe(findModel(model)?.checksum)
    expect(new Set(answers.map(({ prompt }) => prompt)).size).toBe(answers.length)
    expect(answers).toHaveLength(prompts.length)
  })
  it('hold the evidence first, in the middle and at the end of one prompt', () => {
    const ids = answers.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(['exp-4-first', 'exp-4', 'exp-4+last']))
  })
})
