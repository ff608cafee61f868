import { readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chunkBorders } from '../../../../lib/chunking-lab/sweep/chunk-borders.ts'
import { cutSetting } from '../../../../lib/chunking-lab/sweep/cut-setting.ts'
import { sweepMeans } from '../../../../lib/chunking-lab/sweep/judged-point.ts'
import { questionsHash, readRankings } from '../../../../lib/chunking-lab/sweep/recorded-sweep.ts'
import type { RecordedSweep } from '../../../../lib/chunking-lab/sweep/recorded-sweep.ts'
import { goldQuestions } from '../../../../lib/corpus/gold-questions.ts'
import { textHash } from '../../../../lib/embedding/text-hash.ts'
import { questionScores } from '../../../../lib/evaluation/question-scores.ts'
import { findModel } from '../../../../worker/models.ts'
import { corpora } from '../../../data/corpora.ts'

const folder = new URL('../../../../data/sweeps/', import.meta.url)
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replaceAll('\\', '/'))
const again = 'record again: node scripts/record-sweeps.mjs'

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedSweep

test('there is a recorded sweep for every corpus', () => {
  const swept = files.map((file) => read(file).corpus)
  expect(corpora.map(({ id }) => id).filter((id) => !swept.includes(id))).toEqual([])
})

describe.each(files)('%s', (file) => {
  const sweep = read(file)
  const corpus = corpora.find(({ id }) => id === sweep.corpus)
  const text = corpus?.text ?? ''
  const questions = corpus === undefined ? [] : goldQuestions(corpus)

  test('was recorded from the model, the text and the questions that the site serves', () => {
    expect(file).toBe(`${sweep.model}/${sweep.corpus}.json`)
    expect(sweep.modelChecksum, again).toBe(findModel(sweep.model)?.checksum)
    expect(sweep.text, again).toBe(textHash(text))
    expect(sweep.questions, again).toBe(questionsHash(questions))
    expect(statSync(new URL(file, folder)).size).toBeLessThan(60_000)
  })

  test('holds at least recursive, sentence and Markdown cuts from 200 to 1,600 characters', () => {
    for (const strategy of ['recursive', 'sentence', 'markdown']) {
      const sizes = sweep.points
        .filter((point) => point.strategy === strategy)
        .map(({ axisSize }) => axisSize)
      expect(sizes).toEqual(expect.arrayContaining([200, 400, 800, 1600]))
    }
  })

  test('has the chunks that the text is cut into today, and their means', () => {
    for (const point of sweep.points) {
      const source = {
        text,
        language: corpus?.language ?? 'en',
        tokenSpans: null,
        distances: null,
        threshold: 1,
      }
      const chunks = cutSetting(source, point)
      expect(chunkBorders(chunks), again).toBe(point.borders)
      const rankings = readRankings(point.rankings)
      const means = sweepMeans(
        questions.map((question, place) =>
          questionScores({ chunks, question, ranking: rankings[place] ?? [], k: sweep.k }),
        ),
      )
      for (const measure of ['recall', 'precision', 'iou', 'precisionOmega'] as const) {
        expect(means[measure], again).toBeCloseTo(point.means[measure] ?? NaN, 3)
      }
    }
  })
})
