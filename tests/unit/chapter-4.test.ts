import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpora } from '../../scripts/lib/read-corpora.mjs'
import { presetCut } from '../../src/components/figures/chunking-facts'
import { recordedRank } from '../../src/components/figures/question-rank'
import { recordedSweep } from '../../src/components/figures/recorded-sweep'
import { recordedTexts } from '../../src/components/figures/recorded-texts'
import {
  knownQuestions,
  knownRecall,
  sweptQuestions,
} from '../../src/components/figures/sweep-questions'
import { chunkText } from '../../src/lib/chunking/chunk-text'
import { chunkingSchema } from '../../src/lib/chunking-lab/lab-state'
import { questionsHash } from '../../src/lib/chunking-lab/sweep/recorded-sweep'
import { goldQuestions } from '../../src/lib/corpus/gold-questions'
import { recordedChunking } from '../../src/lib/embedding/recorded-chunking'
import { textHash } from '../../src/lib/embedding/text-hash'
import { meanOf } from '../../src/lib/statistics/mean-of'
import { answerPlace } from '../../src/lib/figures/answer-place'
import { dilutionCurve } from '../../src/lib/figures/dilution-curve'
import type { RecordedTexts } from '../../src/lib/figures/recorded-texts'
import { sentenceAngles } from '../../src/lib/figures/sentence-angles'
import { sweepRows } from '../../src/lib/figures/sweep-rows'
import { cosineSimilarity } from '../../src/lib/retrieval/cosine-similarity'
import { presetState } from '../../src/lib/state/preset-hash'
import { presetOf } from '../../src/components/widgets/presets'
import {
  recordedEmbeddings,
  type RecordedVectors,
} from '../../src/worker/embedding/recorded-vectors'
import { embeddingModels, findEmbeddingModel } from '../../src/worker/models'

const chapter = readFileSync('src/content/docs/04-chunking.mdx', 'utf8')

const small = 'all-MiniLM-L6-v2'
const e5 = 'multilingual-e5-small-en-zh'
const handbook = 'bench-supply'
const corpora = readCorpora()

/** The mean recall of each recorded setting of the handbook with another k, the best first. */
const recalls = (k: number) => {
  const corpus = corpora.find(({ id }) => id === handbook)
  if (corpus === undefined) throw new Error('There is no handbook.')
  const { text, language } = corpus
  const questions = goldQuestions(corpus)
  return recordedSweep(small, handbook)
    .points.map((point) => ({
      ...point,
      recall: meanOf(
        sweepRows({ text, language, questions, point, k }).map(({ recall }) => recall),
      ),
    }))
    .toSorted((a, b) => b.recall - a.recall)
}
const leaders = (k: number) => {
  const all = recalls(k)
  return all.filter(({ recall }) => recall > (all[0]?.recall ?? 0) - 1e-9)
}
const at = (strategy: string, size: number) =>
  sweptQuestions(small, handbook, { strategy, size }).map(({ recall }) => recall)
const largest = () => {
  const found = recordedSweep(small, handbook).points.find(
    ({ strategy, axisSize }) => strategy === 'recursive' && axisSize === 1600,
  )
  if (found === undefined) throw new Error('Recursive chunks of 1,600 were not swept.')
  return found
}
const gained = () => {
  const before = at('recursive', 600)
  return at('recursive', 1600).map((recall, place) => recall - (before[place] ?? 0))
}
const cosineOf = (model: string, kind: string) =>
  sentenceAngles(recordedTexts(model).sentences).find((each) => each.kind === kind)?.cosine ?? NaN

/** Cosines of all questions with the chunks of their own text that hold the answer, and of others. */
const cosines = (model: string) => {
  const sources = corpora.map((corpus) => {
    const recorded = JSON.parse(
      readFileSync(`src/data/vectors/${model}/${corpus.id}.json`, 'utf8'),
    ) as RecordedVectors
    const passage = recordedEmbeddings(recorded, 'passage')
    const query = recordedEmbeddings(recorded, 'query')
    const chunks = chunkText(corpus.text, { ...recordedChunking, language: corpus.language })
    return {
      chunks: chunks.map(({ start, end }) => ({
        ...{ start, end },
        vector: passage(corpus.text.slice(start, end))?.vector ?? [],
      })),
      questions: goldQuestions(corpus).map(({ text, spans }) => ({
        spans,
        vector: query(text)?.vector ?? [],
      })),
    }
  })
  const answer: number[] = []
  const other: number[] = []
  const all: number[] = []
  for (const one of sources)
    for (const { vector, spans } of one.questions)
      for (const two of sources)
        for (const chunk of two.chunks) {
          const cosine = cosineSimilarity(vector, chunk.vector)
          all.push(cosine)
          if (one !== two) other.push(cosine)
          else if (spans.some(({ start, end }) => chunk.start <= start && end <= chunk.end))
            answer.push(cosine)
        }
  return { answer, other, all }
}
const middle = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return [0.05, 0.95].map((share) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN)
}

/** Sentences of the chapter with an outcome in them that no component computes. */
const sentences: readonly { readonly says: string; readonly holds: () => boolean }[] = [
  {
    says: 'gets <SentenceCosine kind="the opposite" model="all-MiniLM-L6-v2" />, more than the honest paraphrase',
    holds: () => cosineOf(small, 'the opposite') > cosineOf(small, 'the same, in other words'),
  },
  {
    says: 'keeps not one chunk of our documents for any question with the first, and nearly all with the second',
    holds: () => {
      const share = (model: string) => {
        const { all } = cosines(model)
        return all.filter((cosine) => cosine > 0.7).length / all.length
      }
      return share(small) === 0 && share(e5) > 0.97
    },
  },
  {
    says: 'and comes first. For the part number the nearest chunk',
    holds: () =>
      recordedRank(small, handbook, 'bench-unlock').rank === 1 &&
      recordedRank(small, handbook, 'bench-part-0417').rank > 5,
  },
  {
    says: 'the cosine with the question falls as the passage takes in more of its surroundings',
    holds: () => {
      const { points } = dilutionCurve(recordedTexts(small))
      return points.every(({ mean }, place) => mean < (points[place - 1]?.mean ?? 1))
    },
  },
  {
    says: 'one begins with the answer, the other ends with it',
    holds: () => {
      const { first, last } = answerPlace(recordedTexts(small).questions)
      return first > last + 0.05
    },
  },
  {
    says: 'With chunks of 250 it comes first of',
    holds: () =>
      recordedTexts(small)
        .ranked.find(({ size }) => size === 250)
        ?.answers.find(({ question }) => question === 'bench-solvent')?.rank === 1,
  },
  {
    says: 'though its answer lay in the grey',
    holds: () =>
      (recordedTexts(small)
        .ranked.find(({ size }) => size === 600)
        ?.answers.find(({ question }) => question === 'bench-unlock')?.answerEndsAt ?? 0) > 254,
  },
  {
    says: 'two won, one lost',
    holds: () =>
      gained().filter((gain) => gain === 1).length === 2 &&
      gained().filter((gain) => gain === -1).length === 1 &&
      gained().filter((gain) => gain !== 0).length === 3,
  },
  {
    says: 'five of them are more than half of it',
    holds: () => {
      const { k } = recordedSweep(small, handbook)
      return k === 5 && largest().chunks < 2 * k
    },
  },
  {
    says: 'They are also longer than this embedder reads',
    holds: () =>
      (largest().means.contextTokens ?? 0) / recordedSweep(small, handbook).k >
      (findEmbeddingModel(small)?.maxTokens ?? Infinity),
  },
  {
    says: 'and there are 24 settings here',
    holds: () => recordedSweep(small, handbook).points.length === 24,
  },
  {
    says: 'At k = 5 the highest mean is that of recursive chunks of 1,600 characters',
    holds: () =>
      leaders(5)
        .map(({ strategy, axisSize }) => `${strategy} ${String(axisSize)}`)
        .join() === 'recursive 1600',
  },
  {
    says: 'With k = 3 settings of 400, 600 and 1,200 characters share the lead; with k = 10 several find everything, the largest of them because ten chunks are the whole handbook.',
    holds: () =>
      leaders(3)
        .map(({ axisSize }) => axisSize)
        .toSorted((a, b) => a - b)
        .join() === '400,600,1200' &&
      leaders(10).every(({ recall }) => recall === 1) &&
      leaders(10)
        .filter(({ axisSize }) => axisSize === 1600)
        .every(({ chunks }) => chunks <= 10),
  },
  {
    says: 'The sentence before says so, and with chunks of 100 characters it has become another chunk.',
    holds: () => {
      const preset = presetOf('chunking-lab', 'sentences')
      if (preset === undefined) return false
      const { size, overlap, strategy } = presetState({ schema: chunkingSchema, preset })
      const text = corpora.find(({ id }) => id === handbook)?.text ?? ''
      const chunks = chunkText(text, {
        ...{ strategy: 'sentence', unit: 'characters', size: 100, overlap: 0, language: 'en' },
      }).map(({ start, end }) => text.slice(start, end))
      const place = chunks.findIndex((chunk) =>
        chunk.includes('It is normal for it to stay silent'),
      )
      return (
        strategy === 'sentence' &&
        Number(size) === 100 &&
        Number(overlap) === 0 &&
        !(chunks[place] ?? '').includes('PS-312A') &&
        (chunks[place - 1] ?? '').includes('The fan of the PS-312A')
      )
    },
  },
  {
    says: 'An overlap of 100 is asked for at every boundary. At how many will there be none?',
    holds: () =>
      presetCut('libraries').bareBoundaries === 0 &&
      (presetCut('libraries', 'langchain-python').bareBoundaries ?? 0) > 0,
  },
  {
    says: 'makes <CutFact preset="libraries" library="langchain-python" show="count" />, too,',
    holds: () => presetCut('libraries').count === presetCut('libraries', 'langchain-python').count,
  },
]

describe.each(sentences)('$says', ({ says, holds }) => {
  test('stands in chapter 4', () => {
    expect(chapter.includes(says), 'The sentence is gone or changed; change it here too.').toBe(
      true,
    )
  })

  test('is borne out by the texts and the recordings', () => {
    expect(holds(), `Chapter 4 says “${says}”, and that no longer holds; rewrite it.`).toBe(true)
  })
})

describe.each(embeddingModels.map((model) => [model.id, model] as const))(
  'what %s made of the texts of the figures',
  (id, model) => {
    const again = 'record again: npm run build, then node scripts/record-figures.mjs'
    const recorded = JSON.parse(
      readFileSync(`src/data/figures/${id}.json`, 'utf8'),
    ) as RecordedTexts

    test('is of the model, the texts and the questions that the site serves', () => {
      expect(recorded.modelChecksum, again).toBe(model.checksum)
      expect(recorded.corpora, again).toEqual(
        corpora
          .filter(({ language }) => language === 'en')
          .map((corpus) => ({
            id: corpus.id,
            text: textHash(corpus.text),
            questions: questionsHash(goldQuestions(corpus)),
          })),
      )
    })

    test('counts no question in a language that the model does not know', () => {
      const foreign = corpora
        .flatMap(({ language, questions }) =>
          questions.map((question) => ({
            id: question.id,
            language: question.language ?? language,
          })),
        )
        .filter(({ language }) => !model.languages.includes(language))
        .map((question) => question.id)
      const { questions, ranked } = recordedTexts(id)
      const counted = [...questions, ...ranked.flatMap(({ answers }) => answers)]
      expect(counted.filter(({ question }) => foreign.includes(question))).toEqual([])
      expect(counted.length).toBeGreaterThan(50)
    })
  },
)

test('without the Chinese questions, sentences of 400 find as much as the largest chunks', () => {
  expect(knownQuestions(small, handbook)).toHaveLength(21)
  expect(sweptQuestions(small, handbook, { strategy: 'sentence', size: 400 })).toHaveLength(25)
  expect(knownRecall(small, handbook, { strategy: 'sentence', size: 400 })).toBeCloseTo(1, 9)
  expect(knownRecall(small, handbook, { strategy: 'recursive', size: 1600 })).toBeCloseTo(1, 9)
  expect(knownRecall(small, handbook, { strategy: 'recursive', size: 600 })).toBeCloseTo(20 / 21, 9)
})

test('the second embedder’s note on its cosines is what our texts show', () => {
  const { answer, other } = cosines(e5)
  const said = findEmbeddingModel(e5)?.cannot.join(' ') ?? ''
  const numbers = [...said.matchAll(/0\.\d\d/g)].map(([number]) => Number(number))
  expect(numbers).toHaveLength(4)
  for (const [place, value] of [...middle(other), ...middle(answer)].entries())
    expect(Math.abs(value - (numbers[place] ?? NaN))).toBeLessThan(0.01)
})
