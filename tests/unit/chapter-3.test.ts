import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCorpora } from '../../scripts/lib/read-corpora.mjs'
import type { LateScores } from '../../src/components/data/late-scores'
import { ragRun } from '../../src/components/figures/rag-runs'
import { chunkText } from '../../src/lib/chunking/chunk-text'
import { recordedChunking } from '../../src/lib/embedding/recorded-chunking'
import { textHash } from '../../src/lib/embedding/text-hash'
import { compareDefences } from '../../src/lib/rag-lab/compare-defences'
import { compareEvaluations } from '../../src/lib/rag-lab/evaluate-pipeline'
import type { MeanScores } from '../../src/lib/rag-lab/pipeline-evaluation'
import type { RagState } from '../../src/lib/rag-lab/rag-state'
import { passageOrder } from '../../src/lib/prompt-assembly/passage-order'
import { embeddingModels } from '../../src/worker/models'

const chapter = readFileSync('src/content/docs/03-rag.mdx', 'utf8')

const e5 = {
  indexModel: 'multilingual-e5-small-en-zh',
  queryModel: 'multilingual-e5-small-en-zh',
} as const
const texts = ['bench-supply', 'glacier-diary', 'workshop-rules', 'tea-travel']

/** Ranks of the pieces of evidence in the search, null where a piece was not found. */
const ranks = (preset: string, change: Partial<RagState> = {}) =>
  ragRun({ preset, change }).trace?.quotes.map((quote) => quote.ranks.retrieval)
const lostAt = (preset: string, change: Partial<RagState> = {}) =>
  ragRun({ preset, change }).trace?.lost.stage
const means = (change: Partial<RagState>, side: 'candidates' | 'after' = 'candidates') =>
  ragRun({ change }).evaluation[side]
const lost = (change: Partial<RagState>) =>
  new Map(
    ragRun({ change: { method: 'bm25', k: 10, keepN: 3, ...change } }).evaluation.lost.map(
      ({ stage, questions }) => [stage, questions],
    ),
  )
const verdict = (
  before: Partial<RagState>,
  after: Partial<RagState>,
  metric: keyof MeanScores = 'recall',
) => {
  const three = { k: 3, keepN: 3 }
  const found = compareEvaluations(
    ragRun({ change: { ...three, ...before } }).evaluation,
    ragRun({ change: { ...three, ...after } }).evaluation,
  )
  return found.find(({ name }) => name === metric)?.verdict ?? ''
}
/** What late interaction changed on a text. */
const reranked = (corpus: string, method: 'dense' | 'hybrid', metric: keyof MeanScores) =>
  ragRun({
    change: { corpus, method, k: 10, keepN: 3, reranker: 'late-interaction' },
  }).evaluation.differences.find(({ name }) => name === metric)
const isClear = (difference: ReturnType<typeof reranked>) =>
  difference !== undefined && (difference.low > 0 || difference.high < 0)

/** Recorded answers of the small model by preset; none where they are not recorded. */
const answersFile = 'src/data/answers/SmolLM2-135M-Instruct.json'
const answers = new Map(
  existsSync(answersFile)
    ? (JSON.parse(readFileSync(answersFile, 'utf8')) as { id: string; text: string }[]).map(
        ({ id, text }) => [id, text],
      )
    : [],
)

/** Sentences of the chapter with an outcome in them that no component computes. */
const sentences: readonly { readonly says: string; readonly holds: () => boolean }[] = [
  {
    says: 'The mixture is at the level of chance',
    holds: () => {
      const two = ragRun({ preset: 'exp-1' })
      const chance = two.state.k / two.corpus.passages.length
      return Math.abs((two.evaluation.candidates?.recall ?? 1) - chance) < 0.1
    },
  },
  {
    says: 'all of them answered by a table',
    holds: () =>
      ragRun({ change: { method: 'bm25', parsing: 'page-text' } })
        .evaluation.rows.filter((row) => row.lostAt === 'parsing')
        .every(({ id }) =>
          readCorpora()
            .find((each) => each.id === 'bench-supply')
            ?.questions.find((each) => each.id === id)
            ?.quotes.some((quote) => quote.startsWith('|')),
        ),
  },
  {
    says: 'With Markdown the passage is found at rank 1.',
    holds: () =>
      lostAt('lost-in-parsing') === 'parsing' &&
      ranks('lost-in-parsing', { parsing: 'markdown' })?.[0] === 1,
  },
  {
    says: 'the evidence stands at rank 5 and is not among the three that are kept. Rewritten, it is first.',
    holds: () =>
      ranks('paraphrase')?.[0] === 5 &&
      lostAt('paraphrase') === 'rerank' &&
      ranks('paraphrase', {
        queryMode: 'rewrite',
        rewritten: 'May I clean the display window with alcohol?',
      })?.[0] === 1,
  },
  {
    says: 'ten candidates, three kept, one relevant passage, at rank 5',
    holds: () => ragRun({ preset: 'paraphrase' }).trace?.relevant.length === 1,
  },
  {
    says: 'On a text of 18 passages the lab’s graph compares all of them at its first settings',
    holds: () => {
      const { trace, corpus } = ragRun({ change: { method: 'dense-approximate' } })
      const compared = trace?.retrieval.lists[0]?.compared ?? 0
      return corpus.passages.length === 18 && compared === 18
    },
  },
  {
    says: 'By vectors the evidence is at rank 7, outside the five. Hybrid brings it to rank 3, words alone to rank 1.',
    holds: () =>
      ranks('exp-3')?.[0] === null &&
      ranks('exp-3', { k: 18 })?.[0] === 7 &&
      ranks('exp-3-hybrid')?.[0] === 3 &&
      ranks('exp-3', { method: 'bm25' })?.[0] === 1,
  },
  {
    says: 'Asked for HV-0174 it prefers a list of other part numbers',
    holds: () => {
      const { trace, corpus } = ragRun({ preset: 'exp-3' })
      const first = corpus.passages[trace?.retrieval.ranked[0]?.passage ?? -1]?.text ?? ''
      return (first.match(/HV-\d+/g)?.length ?? 0) >= 3 && !first.includes('HV-0174')
    },
  },
  {
    says: 'hybrid search with it did worse than words alone on seven questions and better on one',
    holds: () =>
      verdict(
        { corpus: 'tea-travel', method: 'bm25' },
        { corpus: 'tea-travel', method: 'hybrid' },
      ).includes('1 better, 7 worse'),
  },
  {
    says: 'Hybrid search did better than MiniLM alone, but that is no praise.',
    holds: () =>
      verdict(
        { corpus: 'tea-travel', method: 'dense' },
        { corpus: 'tea-travel', method: 'hybrid' },
      ).includes(': better on'),
  },
  {
    says: 'hybrid search does better than vectors alone on two questions',
    holds: () => {
      const found = verdict({ method: 'dense' }, { method: 'hybrid' })
      return found.includes('no clear difference') && found.includes('2 better, 0 worse')
    },
  },
  {
    says: 'Against words alone, the interval lies above 0',
    holds: () =>
      verdict(
        { corpus: 'workshop-rules', method: 'bm25' },
        { corpus: 'workshop-rules', method: 'hybrid' },
      ).includes(': better on'),
  },
  {
    says: 'By words nothing holds the evidence. By MiniLM it is at rank 17 of 18. By E5, which knows both languages, it is first.',
    holds: () =>
      ranks('chinese-question', { k: 18 })?.[0] === null &&
      ranks('chinese-question', { method: 'dense', k: 18 })?.[0] === 17 &&
      ranks('chinese-question-e5')?.[0] === 1,
  },
  {
    says: 'The other three Chinese questions about the handbook find their passage by words all the same: they hold “E-47”, “USB” or “PS-312B”',
    holds: () =>
      ['bench-zh-baud', 'bench-zh-series', 'bench-zh-e47'].every(
        (question) => lostAt('chinese-question', { question, k: 3 }) === null,
      ),
  },
  {
    says: 'ranks 1 to 7 from the top',
    holds: () =>
      passageOrder([1, 2, 3, 4, 5, 6, 7], 'best-at-edges').join(', ') === '1, 3, 5, 7, 6, 4, 2',
  },
  {
    says: 'the recorded answer of the small model misses it all the same',
    holds: () => !(answers.get('first') ?? '').includes('three seconds'),
  },
  {
    says: 'At neither: both recorded answers ramble about codes.',
    holds: () =>
      ['exp-4', 'exp-4-first'].every((id) => {
        const answer = answers.get(id) ?? 'code'
        return !answer.includes('three seconds') && answer.includes('code')
      }),
  },
  {
    says: 'the place, from 1 to 4; the passages and their number are the same',
    holds: () => {
      const place = (preset: string) => ragRun({ preset }).trace?.quotes[0]?.ranks.prompt
      const placed = (preset: string) =>
        ragRun({ preset })
          .trace?.prompt.placed.map(({ id }) => id)
          .toSorted((one, other) => one - other)
          .join()
      return (
        place('exp-4-first') === 1 &&
        place('exp-4') === 4 &&
        placed('exp-4') === placed('exp-4-first') &&
        ragRun({ preset: 'exp-4' }).trace?.prompt.placed.length === 7
      )
    },
  },
  {
    says: 'In the second bar the parser comes first, whatever else is wrong.',
    holds: () => {
      const bar = lost({ parsing: 'page-text' })
      const others = [...bar].filter(([stage]) => stage !== null && stage !== 'parsing')
      return others.every(([, questions]) => questions < (bar.get('parsing') ?? 0))
    },
  },
  {
    says: 'The last one is the best of the five, and what is left in it is a matter of order, not of search',
    holds: () => {
      const best = lost({ method: 'hybrid', ...e5 })
      const others = [
        lost({}),
        lost({ parsing: 'page-text' }),
        lost({ strategy: 'characters', size: 400, overlap: 0 }),
        lost({ method: 'dense', queryModel: e5.queryModel }),
      ]
      return (
        best.get('retrieval') === 0 &&
        (best.get('rerank') ?? 0) > 0 &&
        others.every((bar) => (bar.get(null) ?? 0) < (best.get(null) ?? 0))
      )
    },
  },
  {
    says: 'The evidence was among the ten; it stood too low. Sorting again lifts it into the three',
    holds: () => {
      const ten = means({ method: 'dense', k: 10, keepN: 3 })?.recall ?? 0
      const three = means({ method: 'dense', k: 10, keepN: 3 }, 'after')?.recall ?? 1
      const sorted = ragRun({ preset: 'exp-2-rerank' }).evaluation.after?.recall ?? 0
      return ten > three && sorted > three
    },
  },
  {
    says: 'On two dozen questions the gain in recall is nowhere clear, even where it looks large; the gain in MRR, which notices moves within the three, is clear more often.',
    holds: () => {
      const all = texts.flatMap((text) =>
        (['dense', 'hybrid'] as const).map((method) => [text, method] as const),
      )
      return (
        all.every(([text, method]) => !isClear(reranked(text, method, 'recall'))) &&
        all.filter(([text, method]) => isClear(reranked(text, method, 'mrr'))).length >= 3
      )
    },
  },
  {
    says: 'After hybrid search, which has already repaired some of the order, less is left to win.',
    holds: () =>
      texts
        .slice(0, 3)
        .every(
          (text) =>
            (reranked(text, 'hybrid', 'mrr')?.difference ?? 1) <=
            (reranked(text, 'dense', 'mrr')?.difference ?? 0),
        ),
  },
  {
    says: 'does _harm_ to the hybrid search',
    holds: () => (reranked('tea-travel', 'hybrid', 'mrr')?.high ?? 1) < 0,
  },
  {
    says: 'Only the filter for phrases takes it out, and only in plain English',
    holds: () =>
      (['plain', 'table', 'chinese'] as const).every((id) => {
        const { corpus, state, injection } = ragRun({
          preset: 'injection',
          change: { injection: id, method: 'bm25' },
        })
        const poisoned = corpus.passages.filter((passage) => passage.injection === id)
        const gone = compareDefences(
          {
            passages: poisoned.map((passage) => ({ ...passage, id: passage.index })),
            question: '',
            settings: { ...state, tokenBudget: 5000 },
          },
          injection?.instruction ?? '',
        ).filter(({ instructionStands }) => !instructionStands)
        const expected = id === 'plain' ? ['strip-orders'] : []
        return gone.map(({ defence }) => defence).join() === expected.join()
      }),
  },
]

describe.each(sentences)('$says', ({ says, holds }) => {
  test('stands in chapter 3', () => {
    const straight = (text: string) => text.replaceAll('’', "'")
    expect(
      straight(chapter).includes(straight(says)),
      'The sentence is gone or changed; change it here too.',
    ).toBe(true)
  })

  test('is borne out by the texts and the recorded vectors', () => {
    expect(holds(), `Chapter 3 says “${says}”, and that no longer holds; rewrite it.`).toBe(true)
  })
})

const pairs = embeddingModels.flatMap((model) =>
  readCorpora().map((corpus) => [model.id, corpus.id, model, corpus] as const),
)

test.each(pairs)('late interaction of %s on %s is recorded', (id, name, model, corpus) => {
  const again = 'record again: npm run build, then node scripts/record-rerank.mjs'
  const file = JSON.parse(readFileSync(`src/data/rerank/${id}/${name}.json`, 'utf8')) as LateScores
  const passages = chunkText(corpus.text, { ...recordedChunking, language: corpus.language }).map(
    ({ start, end }) => corpus.text.slice(start, end),
  )
  expect(file.modelChecksum, again).toBe(model.checksum)
  expect(file.passages, again).toBe(textHash(passages.join('\n')))
  const { questions } = corpus
  expect(file.questions, again).toBe(textHash(questions.map(({ text }) => text).join('\n')))
  expect(Object.keys(file.scores), again).toEqual(questions.map((question) => question.id))
  for (const scores of Object.values(file.scores)) expect(scores).toHaveLength(passages.length)
})
